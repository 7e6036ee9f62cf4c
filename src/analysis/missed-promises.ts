import type { DomainIndex, ServiceIndex } from '../model/model.js';
import { blameForTime } from './blame.js';
import { derive } from './derive.js';
import type { Derivation } from './outcome.js';
import type { PromiseResult } from './promises.js';
import { remainsOf, type Remains } from './remains.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';

/** A broken promise, and whose recovery or data breaks it. All answers are those of its worst loss, at best. */
export interface Miss {
  readonly promise: PromiseResult;
  readonly domain: DomainIndex;
  /** How the promise's own answer came about. */
  readonly derivation: Derivation;
  readonly culprit: Culprit;
}

export interface Culprit {
  readonly service: ServiceIndex;
  /** Seconds until it is ready, or of data lost with it; Infinity: never, or everything. */
  readonly answer: number;
  readonly derivation: Derivation;
  readonly remains: Remains;
}

/**
 * Blames every broken promise on somebody. A service that only waits in vain for others has no entry: what never comes
 * back, and whom that holds up, is told by the root causes. `lossOf` solves the loss of a domain.
 */
export function missedPromises(
  solver: Solver,
  promises: readonly PromiseResult[],
  lossOf: (domain: DomainIndex) => Solution,
): readonly Miss[] {
  const broken = promises.flatMap((promise, order) =>
    promise.verdict === 'broken' && promise.worst !== undefined ? [{ promise, order, domain: promise.worst }] : [],
  );
  // By worst loss, so that each is solved once.
  return broken
    .toSorted((a, b) => a.domain - b.domain || a.order - b.order)
    .flatMap(({ promise, order, domain }) => {
      const solution = lossOf(domain);
      const { service, objective, target = 0 } = promise;
      const derivation = derive(solver, solution, service, best);
      const blamed = objective === 'rto' ? blameForTime(solver, solution, service, target) : [derivation.lossFrom];
      return blamed.map((one) => ({
        order,
        miss: { promise, domain, derivation, culprit: culpritOf(solver, solution, one, objective) },
      }));
    })
    .sort((a, b) => a.order - b.order)
    .map(({ miss }) => miss);
}

function culpritOf(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  objective: PromiseResult['objective'],
): Culprit {
  return {
    service,
    answer: objective === 'rto' ? solution.readyAt(service, best) : solution.lossOf(service, best),
    derivation: derive(solver, solution, service, best),
    remains: remainsOf(solver, solution, service),
  };
}
