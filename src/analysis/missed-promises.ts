import type { DomainIndex, ServiceIndex } from '../model/model.js';
import { blameForTime } from './blame.js';
import { derive } from './derive.js';
import type { Derivation } from './outcome.js';
import type { PromiseResult } from './promises.js';
import { perSolution } from './per-solution.js';
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

/** How a broken promise's answer came about in one loss, and who is to blame for it. */
export type Blame = Pick<Miss, 'derivation'> & { readonly culprits: readonly Culprit[] };

/**
 * Blames a promise that is broken in a solved loss on somebody; on nobody where the service only waits in vain for
 * others: what never comes back, and whom that holds up, is told by the root causes.
 */
export function blameIn(
  solver: Solver,
  solution: Solution,
  { service, objective, target = 0 }: Pick<PromiseResult, 'service' | 'objective' | 'target'>,
): Blame {
  const derivation = derivedAtBest(solver, solution, service);
  const blamed = objective === 'rto' ? blameForTime(solver, solution, service, target) : [derivation.lossFrom];
  const culpritOf = objective === 'rto' ? lateCulprit : losingCulprit;
  return { derivation, culprits: blamed.map((one) => culpritOf(solver, solution, one)) };
}

// One service is to blame for many, and breaks two promises at once.
const derivedAtBest = perSolution((solver, solution, service: ServiceIndex) => derive(solver, solution, service, best));
const lateCulprit = culprits((solution, service) => solution.readyAt(service, best));
const losingCulprit = culprits((solution, service) => solution.lossOf(service, best));

function culprits(
  answerOf: (solution: Solution, service: ServiceIndex) => number,
): (solver: Solver, solution: Solution, service: ServiceIndex) => Culprit {
  return perSolution((solver, solution, service: ServiceIndex) => ({
    service,
    answer: answerOf(solution, service),
    derivation: derivedAtBest(solver, solution, service),
    remains: remainsOf(solver, solution, service),
  }));
}
