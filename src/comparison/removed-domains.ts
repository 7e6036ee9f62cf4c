import type { Model, Seconds } from '../model/model.js';
import { formatDuration } from '../units/duration.js';
import { removedConditions } from './removed-conditions.js';
import type { Weakness } from './weakness.js';

/** Places and shared risks that are gone, no longer tied to what they were said to fail with, or back sooner. */
export function removedFromDomains(before: Model, now: Model): readonly Weakness[] {
  return before.domains.flatMap((former): readonly Weakness[] => {
    const index = now.domainById.get(former.id);
    const domain = index === undefined ? undefined : now.domains[index];
    const what = `${former.kind} ${former.id}`;
    const weak = (message: string, at?: Weakness['at']): Weakness => ({
      area: 'declarations',
      message,
      subjects: [],
      at,
    });
    if (domain === undefined) return [weak(`the ${what} is gone`)];
    const at = now.place({ type: 'domain', index: domain.index });
    const parent = nameOf(before, former.parent);
    return [
      ...(parent !== undefined && nameOf(now, domain.parent) !== parent
        ? [weak(`the ${what} is no longer in ${parent}`, at)]
        : []),
      ...(former.kind === domain.kind
        ? []
        : [weak(`${former.id} is a ${domain.kind}, no longer a ${former.kind}`, at)]),
      ...(isShorter(former.lasts, domain.lasts)
        ? [
            weak(
              `a loss of the ${what} is said to last ${lastsText(domain.lasts)}, no longer ${lastsText(former.lasts)}`,
              now.place({ type: 'domain', index: domain.index }, ['lasts']),
            ),
          ]
        : []),
      ...removedConditions(before, former.failsWith, now, domain.failsWith).map((cause) =>
        weak(`the ${what} is no longer said to fail with ${cause}`, at),
      ),
    ];
  });
}

/** What does not say how long it is lost does not come back, and nobody can wait for it. */
function isShorter(before: Seconds | undefined, now: Seconds | undefined): boolean {
  return (now ?? Infinity) < (before ?? Infinity);
}

function lastsText(seconds: Seconds | undefined): string {
  return seconds === undefined ? 'for ever' : formatDuration(seconds);
}

function nameOf({ domains }: Model, index: number | undefined): string | undefined {
  return index === undefined ? undefined : domains[index]?.id;
}
