import { blameIn, type Blame, type Miss } from '../analysis/missed-promises.js';
import { optionTime } from '../analysis/option-time.js';
import type { OnBroken, PromiseResult } from '../analysis/promises.js';
import { best } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { ServiceIndex } from '../model/model.js';
import type { Facts, WayBack } from './facts.js';
import { gather } from './gather.js';

/** Notes who breaks which promise. */
export interface BrokenPromises {
  /** While the losses are solved: of each promise what is noted last is about its worst loss. */
  readonly note: OnBroken;
  /** What there is to say about those that turned out broken. */
  readonly among: (
    promises: readonly PromiseResult[],
  ) => Pick<Facts, 'missesOf' | 'missesBy' | 'missesIn' | 'waysBack'>;
}

interface Note {
  readonly blame: Blame;
  readonly ways: readonly WayBack[];
}

export function brokenPromises(solver: Solver): BrokenPromises {
  const notes = new Map<string, Map<ServiceIndex, Note>>();
  const keyOf = ({ kind, objective }: Pick<PromiseResult, 'kind' | 'objective'>): string => `${objective} ${kind}`;
  return {
    note: (solution, promise) => {
      const { service, objective } = promise;
      const blame = blameIn(solver, solution, promise);
      const ways = objective === 'rpo' ? waysBackIn(solver, solution, service) : [];
      const key = keyOf(promise);
      const own = notes.get(key) ?? new Map<ServiceIndex, Note>();
      notes.set(key, own.set(service, { blame, ways }));
    },
    among: (promises) => {
      const noteOf = (promise: PromiseResult): Note | undefined => notes.get(keyOf(promise))?.get(promise.service);
      const misses = promises.flatMap((promise) =>
        promise.verdict === 'broken' ? missesOf(promise, noteOf(promise)) : [],
      );
      return {
        missesOf: gather(misses, ({ promise }) => [promise.service]),
        missesBy: gather(misses, ({ culprit }) => [culprit.service]),
        missesIn: gather(misses, ({ domain }) => [domain]),
        waysBack: (promise) => noteOf(promise)?.ways ?? [],
      };
    },
  };
}

function missesOf(promise: PromiseResult, note: Note | undefined): readonly Miss[] {
  const { worst: domain } = promise;
  if (note === undefined || domain === undefined) return [];
  const { derivation, culprits } = note.blame;
  return culprits.map((culprit) => ({ promise, domain, derivation, culprit }));
}

function waysBackIn({ graph }: Solver, solution: Solution, service: ServiceIndex): readonly WayBack[] {
  return solution.optionsOf(service).map(({ via, sides, loss }) => ({
    via,
    time: optionTime(graph, service, sides[best], best, (other) => solution.readyAt(other, best)),
    loss: loss.best,
  }));
}
