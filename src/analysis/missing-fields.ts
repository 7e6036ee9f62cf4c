import type { Service, ServiceIndex } from '../model/model.js';
import { lossFields } from './missing-for-loss.js';
import { timeFields, timeWaits } from './missing-for-time.js';
import type { Derivation, MissingField } from './outcome.js';
import { up } from './own-state.js';
import { best, worst, type Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';
import { lossOfBestCopy } from './staleness.js';

/** How many services are looked at for one answer: a reader can act on a few fields, not on hundreds. */
const furthest = 50;

type Missing = Pick<Derivation, 'missing' | 'missingForTime' | 'missingForLoss'>;

/**
 * The fields left out on which the worst answers for a service rest: its own, and those of the services that it waits
 * for, or whose loss it shares, where these do not know theirs. None at best: there every unknown already counts as nothing.
 */
export function missingFields(solver: Solver, solution: Solution, service: ServiceIndex, side: Side): Missing {
  if (side === best) return { missing: [], missingForTime: [], missingForLoss: [] };
  const missingForTime = missingFor(solver, solution, service, 'rto');
  const missingForLoss = missingFor(solver, solution, service, 'rpo');
  return { missing: distinct([...missingForTime, ...missingForLoss]), missingForTime, missingForLoss };
}

/** Those on which the worst time rests, or those on which the worst loss does. */
export function missingFor(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  objective: 'rto' | 'rpo',
): readonly MissingField[] {
  const [about, open] = objective === 'rto' ? (['time', timeOpen] as const) : (['loss', lossOpen] as const);
  return search(solver, solution, open(solution, service) ? [{ service, about }] : []);
}

interface Question {
  readonly service: ServiceIndex;
  /** `way`: which of its options it will be that brings the service back. */
  readonly about: 'time' | 'way' | 'loss';
}

function timeOpen(solution: Solution, service: ServiceIndex): boolean {
  return solution.readyAt(service, worst) > solution.readyAt(service, best);
}

function lossOpen(solution: Solution, service: ServiceIndex): boolean {
  return solution.lossOf(service, worst) > solution.lossOf(service, best);
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
    const { fields, next } = answerTo(solver, solution, service, about);
    found.push(...fields);
    for (const question of next) if (!seen.has(nameOf(question))) seen.set(nameOf(question), question);
  }
  return distinct(found);
}

interface Answer {
  readonly fields: readonly MissingField[];
  readonly next: readonly Question[];
}

// Where much is left out, the same few services are asked about for every promise that rests on them.
const answers = new WeakMap<Solution, Map<string, Answer>>();

function answerTo(solver: Solver, solution: Solution, service: Service, about: Question['about']): Answer {
  const known = answers.get(solution) ?? new Map<string, Answer>();
  answers.set(solution, known);
  const name = nameOf({ service: service.index, about });
  const before = known.get(name);
  if (before !== undefined) return before;
  const ties = about === 'way';
  const answer =
    about === 'loss'
      ? { fields: lossFields(solver, solution, service), next: lossQuestions(solver, solution, service) }
      : { fields: timeFields(solver, solution, service, ties), next: timeQuestions(solver, solution, service, ties) };
  known.set(name, answer);
  return answer;
}

function nameOf({ service, about }: Question): string {
  return `${about} ${service}`;
}

function timeQuestions(solver: Solver, solution: Solution, service: Service, ties: boolean): readonly Question[] {
  return timeWaits(solver, solution, service, ties)
    .filter((other) => timeOpen(solution, other))
    .map((other) => ({ service: other, about: 'time' }));
}

/** What the loss rests on: the loss of hard dependencies, and which of its own options is the first to finish. */
function lossQuestions({ graph }: Solver, solution: Solution, service: Service): readonly Question[] {
  const { index } = service;
  const { best: least, worst: most } = solution.ownLossOf(index);
  const recovers = most > least && solution.ownStateOf(index, worst).state !== up && wayMatters(solution, service);
  const shared = needsIn(graph, graph.needsOf, index).flatMap(({ kind, members }) => {
    const cost = Math.min(...members.map((member) => solution.lossOf(member, worst)));
    const matters = cost > solution.lossOf(index, best);
    return kind === 'hard' && matters ? members.filter((member) => lossOpen(solution, member)) : [];
  });
  return [
    ...(recovers ? [{ service: index, about: 'way' } as const] : []),
    ...(most > least ? keysInDoubt(solution, service) : []).map((key) => ({ service: key, about: 'time' }) as const),
    ...shared.map((other) => ({ service: other, about: 'loss' }) as const),
  ];
}

/** Whatever has to be back for a backup to be read at all. */
function keysInDoubt(solution: Solution, service: Service): readonly ServiceIndex[] {
  return (service.backups ?? []).flatMap((backup) => {
    const { key } = backup;
    const counts = key !== undefined && timeOpen(solution, key) && !solution.backupLost(service, backup, best);
    return counts ? [key] : [];
  });
}

/** Whether it makes a difference to the data which option finishes first, if any does, or has to. */
function wayMatters({ ownStateOf, optionsOf, replicaLost, backupLost }: Solution, service: Service): boolean {
  const { index } = service;
  if (ownStateOf(index, best).state === up) return true;
  const kept = ([best, worst] as const).map((side) =>
    lossOfBestCopy(
      service,
      (at) => replicaLost(index, at, best),
      (backup) => backupLost(service, backup, best),
      side,
    ),
  );
  const losses = optionsOf(index).flatMap(({ sides, loss }) => (sides[best].open ? [loss] : []));
  const least = new Set([...losses.map((loss) => loss.best), kept[best]]);
  const most = new Set([...losses.map((loss) => loss.worst), kept[worst]]);
  return least.size > 1 || most.size > 1;
}

function distinct(fields: readonly MissingField[]): readonly MissingField[] {
  return [
    ...new Map(
      fields.map((field) => [`${field.owner.type} ${field.owner.index} ${field.path.join(' ')}`, field]),
    ).values(),
  ];
}
