import { blameIn, type Blame, type Miss } from '../analysis/missed-promises.js';
import { optionTime } from '../analysis/option-time.js';
import type { OnBroken, PromiseResult } from '../analysis/promises.js';
import { best } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { DomainIndex, ServiceIndex } from '../model/model.js';
import type { Facts, WayBack } from './facts.js';
import { gather } from './gather.js';

/** Notes who breaks which promise. */
export interface BrokenPromises {
  /**
   * While the losses are solved. Of losses that are equally bad the first counts in which somebody is to blame: that a
   * service waits in vain for another in one of them must not hide that it has no way back itself in the next.
   */
  readonly note: OnBroken;
  /** What there is to say about those that turned out broken. */
  readonly among: (
    promises: readonly PromiseResult[],
  ) => Pick<Facts, 'missesOf' | 'missesBy' | 'missesIn' | 'waysBack'>;
}

interface Note {
  readonly domain: DomainIndex;
  readonly blame: Blame;
  readonly ways: readonly WayBack[];
}

export function brokenPromises(solver: Solver): BrokenPromises {
  const notes = new Map<string, Map<ServiceIndex, Note>>();
  const keyOf = ({ kind, objective }: Pick<PromiseResult, 'kind' | 'objective'>): string => `${objective} ${kind}`;
  return {
    note: (solution, promise, domain, isWorst) => {
      const { service, objective } = promise;
      const key = keyOf(promise);
      const own = notes.get(key) ?? new Map<ServiceIndex, Note>();
      if (!isWorst && own.get(service)?.blame.culprits.length !== 0) return;
      const blame = blameIn(solver, solution, promise);
      if (!isWorst && blame.culprits.length === 0) return;
      const ways = objective === 'rpo' ? waysBackIn(solver, solution, service) : [];
      notes.set(key, own.set(service, { domain, blame, ways }));
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
  if (note === undefined) return [];
  const { domain, blame } = note;
  const { derivation, culprits } = blame;
  return culprits.map((culprit) => ({ promise, domain, derivation, culprit }));
}

function waysBackIn({ graph }: Solver, solution: Solution, service: ServiceIndex): readonly WayBack[] {
  return solution.optionsOf(service).map(({ via, sides, loss }) => ({
    via,
    time: optionTime(graph, service, sides[best], best, (other) => solution.readyAt(other, best)),
    loss: loss.best,
  }));
}
