import type { Drill, DomainIndex, Model, Seconds } from '../model/model.js';
import type { PromiseResult } from './promises.js';

/** What a drill or incident measured for a promise. */
export interface Measurement {
  readonly drill: Drill;
  /** Seconds. */
  readonly value: Seconds;
}

/**
 * The latest measurement that speaks about a promise: the drill lost the promise's worst domain (itself, or something
 * that takes it), measured the service, and counts by its date.
 */
export function measurementOf(
  { drills }: Model,
  { service, objective, worst }: PromiseResult,
  lostInDrill: (drill: number) => ReadonlySet<DomainIndex>,
  counts: (drill: Drill) => boolean,
): Measurement | undefined {
  if (worst === undefined) return undefined;
  for (const drill of drills.toReversed()) {
    const value = drill.measured.get(service)?.[objective];
    if (value === undefined || !counts(drill) || !lostInDrill(drill.index).has(worst)) continue;
    return { drill, value };
  }
  return undefined;
}
