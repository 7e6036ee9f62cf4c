import type { Seconds, ServiceIndex } from '../model/model.js';
import { findCycle } from './find-cycle.js';
import { missingFields } from './missing-fields.js';
import { firstOf, optionTime, waitsOf, type Wait } from './option-time.js';
import type { Derivation, Obstacle, Term } from './outcome.js';
import { up } from './own-state.js';
import { stepsOf } from './option-steps.js';
import type { OpenSide, RecoveryOption } from './recovery-options.js';
import { worst, type Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';

/** How the recovery time of one service came about in one solution. */
export function derive(solver: Solver, solution: Solution, service: ServiceIndex, side: Side): Derivation {
  const readyAt = (other: ServiceIndex): Seconds => solution.readyAt(other, side);
  const total = readyAt(service);
  const hard = latestHard(solver, service, readyAt);
  const missing = missingFields(solver, solution, service, side);
  const lossFrom = lossSource(solver, solution, service, side);
  const openNeeds = side === worst && solver.graph.open[service] === 1;
  const rest = {
    backup: undefined,
    slower: [],
    cycle: undefined,
    obstacles: [],
    lossFrom,
    openNeeds,
    ...missing,
  } as const;
  if (solution.ownStateOf(service, side).state === up) {
    const waitsFor = hard !== undefined && hard.seconds > 0 ? hard : undefined;
    if (total < Infinity || waitsFor === undefined) return { via: 'none', terms: [], own: 0, waitsFor, ...rest };
    return { via: 'none', terms: [], own: 0, waitsFor, ...rest, cycle: findCycle(solver, solution, service, side) };
  }
  const finishing = finishingOptions(solver, solution, service, side);
  const fastest = firstInTime(finishing);
  if (fastest === undefined) {
    const obstacles = obstaclesOf(solver, solution, service, side);
    const vain = obstacles.find(({ reason }) => reason === 'waits-in-vain');
    const cycle = findCycle(solver, solution, service, side);
    const waitsFor = vainWait(solver, solution, service, side, vain);
    return { ...rest, via: 'never', terms: [], own: Infinity, waitsFor, cycle, obstacles };
  }
  const terms = termsOf(solver, service, fastest.open, side, readyAt);
  const later = hard !== undefined && hard.seconds > fastest.time ? hard : undefined;
  const cycle = total === Infinity ? findCycle(solver, solution, service, side) : undefined;
  const { option, open, time } = fastest;
  const slower = finishing
    .filter((other) => other !== fastest)
    .map((other) => ({ via: other.option.via, backup: other.open.backup, own: other.time }));
  return { ...rest, via: option.via, backup: open.backup, terms, own: time, slower, waitsFor: later, cycle };
}

/** An option that finishes, with the seconds it takes. */
interface Finishing {
  readonly option: RecoveryOption;
  readonly open: OpenSide;
  readonly time: Seconds;
}

/** The option taken: the fastest that finishes, the first of equals; `undefined` where none does. */
export function fastestOption(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  side: Side,
): Finishing | undefined {
  return firstInTime(finishingOptions(solver, solution, service, side));
}

function finishingOptions(
  { graph }: Solver,
  solution: Solution,
  service: ServiceIndex,
  side: Side,
): readonly Finishing[] {
  return solution.optionsOf(service).flatMap((option): readonly Finishing[] => {
    const open = option.sides[side];
    const time = optionTime(graph, service, open, side, (other) => solution.readyAt(other, side));
    return open.open && time < Infinity ? [{ option, open, time }] : [];
  });
}

function firstInTime(finishing: readonly Finishing[]): Finishing | undefined {
  return finishing.reduce<Finishing | undefined>(
    (first, one) => (first === undefined || one.time < first.time ? one : first),
    undefined,
  );
}

/** The hard dependency that is ready last. */
function latestHard(
  { graph }: Solver,
  service: ServiceIndex,
  readyAt: (other: ServiceIndex) => Seconds,
): Derivation['waitsFor'] {
  let latest: { service: ServiceIndex; by: 'hard'; seconds: Seconds } | undefined;
  for (const { kind, members } of needsIn(graph, graph.needsOf, service)) {
    if (kind !== 'hard') continue;
    const first = firstOf(members, readyAt);
    if (first.service !== undefined && first.seconds > (latest?.seconds ?? -1)) {
      latest = { service: first.service, by: 'hard', seconds: first.seconds };
    }
  }
  return latest;
}

/** The summands in order: what runs before the gate, or the wait that is later than it, and the steps after. */
export function termsOf(
  { model, graph }: Solver,
  service: ServiceIndex,
  open: OpenSide,
  side: Side,
  readyAt: (other: ServiceIndex) => Seconds,
): readonly Term[] {
  const steps = stepsOf(model, service, open, side);
  const latest = waitsOf(graph, service, open, side, readyAt).reduce<Wait | undefined>(
    (last, wait) => (wait.seconds > (last?.seconds ?? open.before) ? wait : last),
    undefined,
  );
  const gate: readonly Term[] =
    latest === undefined
      ? steps.before.map((step) => ({ ...step, service: undefined }))
      : [{ phase: 'wait-for', seconds: latest.seconds, service: latest.service, unknown: false }];
  return [...gate, ...steps.after.map((step) => ({ ...step, service: undefined }))].filter(
    ({ seconds, unknown }) => seconds > 0 || unknown,
  );
}

/** Why each option of a service that never comes back is closed, or what it waits for. */
export function obstaclesOf(
  { graph }: Solver,
  solution: Solution,
  service: ServiceIndex,
  side: Side,
): readonly Obstacle[] {
  return solution.optionsOf(service).flatMap(({ via, sides }): readonly Obstacle[] => {
    const one = sides[side];
    if (!one.open) return [one.obstacle];
    const vain = waitsOf(graph, service, one, side, (other) => solution.readyAt(other, side)).find(
      ({ seconds }) => seconds === Infinity,
    );
    if (vain?.service === undefined) return [{ option: via, reason: 'unknown', service: undefined, domain: undefined }];
    return [{ option: via, reason: 'waits-in-vain', service: vain.service, domain: undefined }];
  });
}

function vainWait(
  { graph }: Solver,
  solution: Solution,
  service: ServiceIndex,
  side: Side,
  vain: Obstacle | undefined,
): Derivation['waitsFor'] {
  if (vain?.service === undefined) return undefined;
  for (const { sides } of solution.optionsOf(service)) {
    const one = sides[side];
    if (!one.open) continue;
    const wait = waitsOf(graph, service, one, side, (other) => solution.readyAt(other, side)).find(
      (found) => found.service === vain.service,
    );
    if (wait !== undefined) return { service: vain.service, by: wait.by, seconds: Infinity };
  }
  return undefined;
}

/** Follows the loss through hard dependencies to the service whose own it is. */
function lossSource({ graph }: Solver, solution: Solution, start: ServiceIndex, side: Side): ServiceIndex {
  const seen = new Set<ServiceIndex>();
  for (let service = start; ;) {
    seen.add(service);
    const loss = solution.lossOf(service, side);
    const own = solution.ownLossOf(service);
    if (loss === 0 || (side === 0 ? own.best : own.worst) === loss) return service;
    const next = needsIn(graph, graph.needsOf, service)
      .flatMap(({ kind, members }) => (kind === 'hard' ? members : []))
      .find((member) => solution.lossOf(member, side) === loss && !seen.has(member));
    if (next === undefined) return service;
    service = next;
  }
}
