import { beyondRto } from '../analysis/beyond-rto.js';
import { down } from '../analysis/own-state.js';
import { best, worst, type Side } from '../analysis/side.js';
import { createSolver, type Solution, type Solver } from '../analysis/solver.js';
import { targetOf } from '../analysis/target-of.js';
import type { FailureDomain, Model, Seconds, ServiceIndex } from '../model/model.js';
import type { SourceFile } from '../source/source-file.js';
import { simulationFrame } from './simulation-build.js';
import type { CountRange, LossRanking, RankedLoss } from './simulation.js';

/** What every single loss has in common. */
export interface RankingRequest {
  /** Rank only failure domains of this kind; `undefined`: all. */
  readonly kind: string | undefined;
  /** Seconds. */
  readonly lasts: Seconds | undefined;
  readonly destroys: boolean;
}

/** Solves the loss of every single failure domain and puts the worst first: what is sure before what may be. */
export function buildRanking(model: Model, request: RankingRequest, files: readonly SourceFile[]): LossRanking {
  return { ...simulationFrame(files), kind: request.kind ?? null, losses: rankedLosses(createSolver(model), request) };
}

/** The same with a solver that is at hand, without the frame; its last solution is gone after that. */
export function rankedLosses(solver: Solver, { kind, lasts, destroys }: RankingRequest): readonly RankedLoss[] {
  const { model } = solver;
  return model.domains
    .filter((domain) => kind === undefined || domain.kind === kind)
    .map((domain): RankedLoss => {
      const event = { domains: [domain.index], services: [], corrupted: [], lasts, destroys };
      const solution = solver.solve(event);
      return countLoss(model, domain, solution);
    })
    .sort(worstFirst);
}

function countLoss(model: Model, domain: FailureDomain, solution: Solution): RankedLoss {
  const touched = solution.touched();
  const count = (holds: (service: ServiceIndex, side: Side) => boolean): CountRange => ({
    best: touched.filter((service) => holds(service, best)).length,
    worst: touched.filter((service) => holds(service, worst)).length,
  });
  const misses = (index: ServiceIndex, side: Side, objective: 'rto' | 'rpo', onlyPromised: boolean): boolean => {
    const service = model.services[index];
    if (service === undefined) return false;
    const { target, promisedFor } = targetOf(service, objective, [domain.kind]);
    if (target === undefined || (onlyPromised && promisedFor === undefined)) return false;
    if (objective === 'rpo') return solution.lossOf(index, side) > target;
    return solution.readyAt(index, side) > target;
  };
  const { surely, perhaps } = beyondRto(model, domain, solution);
  return {
    domain: domain.id,
    kind: domain.kind,
    beyondRto: { best: surely.length, worst: surely.length + perhaps.length },
    beyondRpo: count((index, side) => misses(index, side, 'rpo', false)),
    breakingPromises: count((index, side) => misses(index, side, 'rto', true) || misses(index, side, 'rpo', true)),
    down: count((index, side) => solution.stateOf(index, side) === down),
    losingData: count((index, side) => solution.lossOf(index, side) > 0),
  };
}

function worstFirst(a: RankedLoss, b: RankedLoss): number {
  const order = [a, b].map(({ beyondRto: late, down: stopped, losingData }) => [
    late.best,
    stopped.best,
    losingData.best,
    late.worst,
    stopped.worst,
    losingData.worst,
  ]);
  const [first = [], second = []] = order;
  const at = first.findIndex((number, index) => number !== second[index]);
  return at === -1 ? (a.domain < b.domain ? -1 : 1) : (second[at] ?? 0) - (first[at] ?? 0);
}
