import type { Miss } from '../../analysis/missed-promises.js';
import type { PromiseResult } from '../../analysis/promises.js';
import type { ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';

/** All that one service breaks, of its own promises and of others', for recovery time or for data loss. */
export interface Shortfall {
  /** The one to tell: its own where it has one, in the loss in which it does worst. */
  readonly main: Miss;
  /** Whether `main` is a promise of the service itself. */
  readonly own: boolean;
  /** Of the others, each once, with the promise that it misses by most; worst first. */
  readonly others: readonly Miss[];
}

export function shortfallOf(
  { missesBy }: Facts,
  culprit: ServiceIndex,
  objective: PromiseResult['objective'],
): Shortfall | undefined {
  const misses = missesBy(culprit)
    .filter(({ promise }) => promise.objective === objective)
    .toSorted((a, b) => descending(a.culprit.answer, b.culprit.answer));
  const own = misses.find(({ promise }) => promise.service === culprit);
  const main = own ?? misses[0];
  if (main === undefined) return undefined;
  const others = new Map<ServiceIndex, Miss>();
  const byExcess = misses.toSorted((a, b) => descending(excess(a), excess(b)));
  for (const miss of byExcess) {
    const { service } = miss.promise;
    if (service !== culprit && !others.has(service)) others.set(service, miss);
  }
  return { main, own: own !== undefined, others: [...others.values()] };
}

/** The most by which any of the promises is missed, in seconds; null without limit. */
export function magnitudeOf({ main, others }: Shortfall): number | null {
  const most = Math.max(...[main, ...others].map(excess));
  return most === Infinity ? null : most;
}

/** The services whose promises a service breaks, besides its own: worst first, each once. */
export function hurtBy(facts: Facts, culprit: ServiceIndex): readonly ServiceIndex[] {
  const others = (['rto', 'rpo'] as const).flatMap((one) => shortfallOf(facts, culprit, one)?.others ?? []);
  return [...new Set(others.map(({ promise }) => promise.service))];
}

/** Where a target was written; in force for this kind of loss. */
export function targetSpot({ model }: Facts, { promise }: Miss, label: string): Spot {
  const { service, kind, objective } = promise;
  return { at: model.origin(service, ['objectives', 'survive', kind, objective]).place, label };
}

function excess({ promise: { range, target = 0 } }: Miss): number {
  return range.best - target;
}

/** Largest first; two that are infinite are equal. */
function descending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}
