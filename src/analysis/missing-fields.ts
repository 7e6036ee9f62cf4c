import type { Service, ServiceIndex } from '../model/model.js';
import { lossFields } from './missing-for-loss.js';
import { timeFields, timeWaits } from './missing-for-time.js';
import type { Derivation, MissingField } from './outcome.js';
import { up } from './own-state.js';
import { best, worst, type Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { rowOf } from './sparse-rows.js';

/** How many services are looked at for one answer: a reader can act on a few fields, not on hundreds. */
const furthest = 50;

type Missing = Pick<Derivation, 'missing' | 'missingForTime' | 'missingForLoss'>;

/**
 * The fields left out on which the worst answers for a service rest: its own, and those of the services that it waits
 * for, or whose loss it shares, where these do not know theirs. None at best: there every unknown already counts as nothing.
 */
export function missingFields(solver: Solver, solution: Solution, service: ServiceIndex, side: Side): Missing {
  if (side === best) return { missing: [], missingForTime: [], missingForLoss: [] };
  const missingForTime = search(solver, solution, timeOpen(solution, service) ? [{ service, about: 'time' }] : []);
  const missingForLoss = search(solver, solution, lossOpen(solution, service) ? [{ service, about: 'loss' }] : []);
  return { missing: distinct([...missingForTime, ...missingForLoss]), missingForTime, missingForLoss };
}

interface Question {
  readonly service: ServiceIndex;
  readonly about: 'time' | 'loss';
}

function timeOpen(solution: Solution, service: ServiceIndex): boolean {
  return solution.readyAt(service, worst) > solution.readyAt(service, best);
}

function lossOpen(solution: Solution, service: ServiceIndex): boolean {
  return solution.lossOf(service, worst) > solution.lossOf(service, best) || solution.mayLoseMore(service);
}

/** Breadth first, so that the nearest fields come first. */
function search(solver: Solver, solution: Solution, start: readonly Question[]): readonly MissingField[] {
  const seen = new Map(start.map((question) => [nameOf(question), question]));
  const found: MissingField[] = [];
  let looked = 0;
  for (const { service: index, about } of seen.values()) {
    const service = solver.model.services[index];
    if (service === undefined || looked === furthest) break;
    looked += 1;
    found.push(...(about === 'time' ? timeFields : lossFields)(solver, solution, service));
    const next = about === 'time' ? timeQuestions(solver, solution, service) : lossQuestions(solver, solution, service);
    for (const question of next) if (!seen.has(nameOf(question))) seen.set(nameOf(question), question);
  }
  return distinct(found);
}

function nameOf({ service, about }: Question): string {
  return `${about} ${service}`;
}

function timeQuestions(solver: Solver, solution: Solution, service: Service): readonly Question[] {
  return timeWaits(solver, solution, service)
    .filter((other) => timeOpen(solution, other))
    .map((other) => ({ service: other, about: 'time' }));
}

/** What the loss rests on: the loss of hard dependencies, and which of its own options is the first to finish. */
function lossQuestions({ graph }: Solver, solution: Solution, { index }: Service): readonly Question[] {
  const { best: least, worst: most } = solution.ownLossOf(index);
  const recovers = most > least && solution.ownStateOf(index, worst).state !== up;
  const shared = [...rowOf(graph.needsOf, index)].flatMap((need) => {
    const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
    const cost = Math.min(...members.map((member) => solution.lossOf(member, worst)));
    const matters = cost > solution.lossOf(index, best) || members.some(solution.mayLoseMore);
    return kind === 'hard' && matters ? members.filter((member) => lossOpen(solution, member)) : [];
  });
  return [
    ...(recovers ? [{ service: index, about: 'time' } as const] : []),
    ...shared.map((other) => ({ service: other, about: 'loss' }) as const),
  ];
}

function distinct(fields: readonly MissingField[]): readonly MissingField[] {
  return [
    ...new Map(
      fields.map((field) => [`${field.owner.type} ${field.owner.index} ${field.path.join(' ')}`, field]),
    ).values(),
  ];
}
