import type { EventEnds } from '../../src/analysis/loss-event.js';
import type { Model } from '../../src/model/model.js';
import { readDuration } from './oracle/read-amount.js';

/** Times of return by id, in the terms of the engine. */
export function eventEnds(
  { domainById, serviceById }: Model,
  ends: Readonly<Record<string, string>> | undefined,
): EventEnds | undefined {
  if (ends === undefined) return undefined;
  const known = (byId: ReadonlyMap<string, number>): ReadonlyMap<number, number> =>
    new Map(
      Object.entries(ends).flatMap(([id, end]) => {
        const index = byId.get(id);
        return index === undefined ? [] : [[index, end === 'never' ? Infinity : readDuration(end)] as const];
      }),
    );
  return { domains: known(domainById), services: known(serviceById) };
}
