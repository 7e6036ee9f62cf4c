import type { Model, Scenario, Seconds } from '../model/model.js';
import { formatDuration } from '../units/duration.js';
import { inWords } from './in-words.js';
import type { Weakness } from './weakness.js';

/** Scenarios that are gone, or that take, damage or destroy less than they did, or for a shorter time. */
export function removedScenarios(before: Model, now: Model): readonly Weakness[] {
  const today = new Map(now.scenarios.map((scenario) => [scenario.id, scenario]));
  return before.scenarios.flatMap((was): readonly Weakness[] => {
    const is = today.get(was.id);
    const weak = (message: string, field?: string): Weakness => ({
      area: 'declarations',
      message: `the scenario ${was.id} ${message}`,
      subjects: [],
      at:
        is === undefined
          ? undefined
          : now.place({ type: 'scenario', index: is.index }, field === undefined ? [] : [field]),
    });
    if (is === undefined) return [weak('is gone')];
    const [spared, undamaged] = [
      less(endsOf(before, was), endsOf(now, is), now),
      less(damaged(before, was), damaged(now, is), now),
    ];
    const isKinder = was.destroys && !is.destroys;
    return [
      ...(spared.length === 0 ? [] : [weak(`no longer takes ${inWords(spared)}`, 'lose')]),
      ...(undamaged.length === 0 ? [] : [weak(`no longer damages the data of ${inWords(undamaged)}`, 'corrupt')]),
      ...(isKinder ? [weak('no longer destroys what it takes', 'destroys')] : []),
      ...(isKinder ? [] : shorter(before, was, now, is).map((message) => weak(message, 'lasts'))),
    ];
  });
}

/** What was in there and is not any more. What is gone from the inventory is told by itself. */
function less(was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>, now: Model): readonly string[] {
  return [...was.keys()].filter((id) => !is.has(id) && (now.domainById.has(id) || now.serviceById.has(id))).toSorted();
}

/** In one text for all that is back as late as each other. Where only the places say when, those tell. */
function shorter(before: Model, was: Scenario, now: Model, is: Scenario): readonly string[] {
  const bySelf = ({ lasts, ends }: Scenario): boolean => lasts !== undefined || ends !== undefined;
  if (!bySelf(was) && !bySelf(is)) return [];
  const today = endsOf(now, is);
  const told = new Map<string, string[]>();
  for (const [id, end] of endsOf(before, was)) {
    const sooner = today.get(id);
    if (sooner === undefined || sooner >= end) continue;
    const text = `for ${endText(sooner)}, no longer ${end === Infinity ? '' : 'for '}${endText(end)}`;
    const ids = told.get(text);
    if (ids === undefined) told.set(text, [id]);
    else ids.push(id);
  }
  return [...told].map(([text, ids]) => `takes ${inWords(ids.sort())} ${text}`);
}

/** What is lost and how long, by id. What does not say when it is back does not come back. */
function endsOf({ domains, services }: Model, { lose, lasts, ends, destroys }: Scenario): ReadonlyMap<string, Seconds> {
  const end = (own: Seconds | undefined, usual: Seconds | undefined): Seconds =>
    destroys ? Infinity : (own ?? lasts ?? usual ?? Infinity);
  return new Map([
    ...lose.domains.map(
      (index) => [domains[index]?.id ?? '', end(ends?.domains.get(index), domains[index]?.lasts)] as const,
    ),
    ...lose.services.map((index) => [services[index]?.id ?? '', end(ends?.services.get(index), undefined)] as const),
  ]);
}

function damaged({ services }: Model, { corrupt }: Scenario): ReadonlyMap<string, unknown> {
  return new Map(corrupt.map((index) => [services[index]?.id ?? '', true]));
}

function endText(end: Seconds): string {
  return end === Infinity ? 'for ever' : formatDuration(end);
}
