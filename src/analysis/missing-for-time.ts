import type { Replica, Seconds, Service, ServiceIndex } from '../model/model.js';
import { candidatesOf, isStandby, startupOf } from './failover-plan.js';
import { missingCopies, missingPlaces, missingReturns, openPlaces } from './missing-places.js';
import { firstOf, optionTime } from './option-time.js';
import type { MissingField } from './outcome.js';
import { isServing, up } from './own-state.js';
import type { RecoveryOption } from './recovery-options.js';
import { best, worst, type Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';

type Path = MissingField['path'];

/**
 * What a service leaves out about its own recovery, where that may change how long it takes; with `ties` also where it
 * may only change which of several options it is that takes as long.
 */
export function timeFields(
  solver: Solver,
  solution: Solution,
  service: Service,
  ties: boolean,
): readonly MissingField[] {
  const owner = { type: 'service', index: service.index } as const;
  const needs = service.dependenciesUnknown ? [{ owner, path: ['dependsOn'] }] : [];
  if (settled(solver, solution, service, ties)) return needs;
  const options = optionsInPlay(solver, solution, service, ties);
  const vias = new Set(options.map(({ via }) => via));
  const sure = vias.has('failover') ? sureStartup(options) : 0;
  const helps = (replica: Replica): boolean =>
    isServing(replica) ? sure > 0 : isStandby(replica) && startupOf(replica, best) < sure;
  const paths = [
    ...(vias.has('failover') || vias.has('rebuild') || vias.has('restore') ? gatePaths(service) : []),
    ...(vias.has('failover') && service.recovery.execute === undefined ? [['recovery', 'execute']] : []),
    ...startupPaths(solution, service, sure),
    ...(vias.has('rebuild') ? rebuildPaths(service) : []),
    ...(vias.has('wait') ? restartPaths(service) : []),
    ...capacityPaths(solution, service, { failsOver: sure > 0, waits: vias.has('wait') }),
  ];
  const rebuildTo = vias.has('rebuild') ? (service.recovery.rebuild?.to ?? []) : [];
  return [
    ...needs,
    ...missingPlaces(solver, solution, service, (replica) => carries(service, replica, helps(replica))),
    ...(vias.has('wait') ? missingReturns(solver, solution, service) : []),
    ...paths.map((path) => ({ owner, path })),
    ...openPlaces(solver, solution, rebuildTo),
    ...restoreFields(solver, solution, service, options),
  ];
}

/** Whom a service waits for, where that may change when it is ready. */
export function timeWaits(
  solver: Solver,
  solution: Solution,
  service: Service,
  ties: boolean,
): readonly ServiceIndex[] {
  const { graph } = solver;
  const readyAtWorst = (other: ServiceIndex): Seconds => solution.readyAt(other, worst);
  const soonest = solution.readyAt(service.index, best);
  const needs = (wanted: 'hard' | 'startup'): readonly ServiceIndex[] =>
    needsIn(graph, graph.needsOf, service.index).flatMap(({ kind, members }) => {
      const late = wanted === 'startup' || firstOf(members, readyAtWorst).seconds > soonest;
      return kind === wanted && late ? members : [];
    });
  const hard = needs('hard');
  if (settled(solver, solution, service, ties)) return hard;
  const open = optionsInPlay(solver, solution, service, ties).flatMap(({ sides: [one] }) => (one.open ? [one] : []));
  const tools = open.flatMap(({ uses, key }) => [...(uses ?? []), ...(key === undefined ? [] : [key])]);
  return [...tools, ...(open.length === 0 ? [] : needs('startup')), ...hard];
}

function settled(solver: Solver, solution: Solution, service: Service, ties: boolean): boolean {
  if (solution.ownStateOf(service.index, worst).state === up) return true;
  const { first, last } = ownTime(solver, solution, service);
  return first === last && !ties;
}

/** When the service itself is back, at best and at worst. */
function ownTime(
  solver: Solver,
  solution: Solution,
  service: Service,
): { readonly first: Seconds; readonly last: Seconds } {
  const times = (side: Side): Seconds =>
    solution.ownStateOf(service.index, side).state === up
      ? 0
      : Math.min(
          Infinity,
          ...solution.optionsOf(service.index).map((option) => timeOf(solver, solution, service, option, side)),
        );
  return { first: times(best), last: times(worst) };
}

function timeOf(solver: Solver, solution: Solution, { index }: Service, option: RecoveryOption, side: Side): Seconds {
  return optionTime(solver.graph, index, option.sides[side], side, (other) => solution.readyAt(other, side));
}

/**
 * Options that may turn out faster than what surely finishes and do not wait for the service itself, or would displace
 * a restore that does; with `ties` also those as fast.
 */
function optionsInPlay(solver: Solver, solution: Solution, service: Service, ties: boolean): readonly RecoveryOption[] {
  const { last } = ownTime(solver, solution, service);
  const options = solution.optionsOf(service.index);
  const contested = options.some(({ sides: [, one] }) => !one.open && one.obstacle.reason === 'may-be-displaced');
  return options.filter((option) => {
    const {
      via,
      sides: [one],
    } = option;
    if (one.open && (one.key === service.index || one.uses?.includes(service.index) === true)) return false;
    const time = timeOf(solver, solution, service, option, best);
    if (time === Infinity) return false;
    return time < last || (ties && time === last) || (contested && via !== 'wait');
  });
}

/**
 * A failover or rebuild of which, at worst, no more than its length is unknown: once that is written down it surely
 * finishes when the gate is open, and behind the same gate no restore then counts.
 */
export function isSureOnceTimed({ via, sides: [, one] }: RecoveryOption): boolean {
  return (via === 'failover' || via === 'rebuild') && one.open;
}

function gatePaths({ recovery }: Service): readonly Path[] {
  const { uses, detect, decide, mode } = recovery;
  return [
    ...(uses === undefined ? [['recovery', 'uses']] : []),
    ...(detect === undefined ? [['recovery', 'detect']] : []),
    ...(decide === undefined && mode !== 'automatic' ? [['recovery', 'decide']] : []),
  ];
}

/** How long what surely takes over needs to start: a standby that starts no sooner cannot make it quicker. */
function sureStartup(options: readonly RecoveryOption[]): Seconds {
  const failover = options.find(({ via }) => via === 'failover')?.sides[worst];
  return failover?.open === true ? failover.startup : Infinity;
}

function startupPaths(solution: Solution, service: Service, sure: Seconds): readonly Path[] {
  if (sure === 0) return [];
  const candidates = candidatesOf(service, (at) => solution.replicaLost(service.index, at, best));
  return candidates.flatMap(({ position, startup, readiness }) =>
    startup === undefined && readiness !== 'hot' ? [['replicas', position, 'startup']] : [],
  );
}

function rebuildPaths({ recovery: { rebuild } }: Service): readonly Path[] {
  return [
    ...(rebuild?.takes === undefined ? [['recovery', 'rebuild', 'takes']] : []),
    ...(rebuild?.to === undefined ? [['recovery', 'rebuild', 'to']] : []),
  ];
}

/** A restart that is stated without a figure; one that is not stated takes no time. */
function restartPaths({ recovery: { restart } }: Service): readonly Path[] {
  return restart !== undefined && restart.takes === undefined ? [['recovery', 'restart']] : [];
}

/** Whether it matters to the state of a service, or to a failover, that a replica survives. */
function carries({ quorum, replicas }: Service, replica: Replica, failsOver: boolean): boolean {
  if (!isServing(replica)) return failsOver || quorum !== undefined;
  const measured = replicas.some((other) => other.capacity !== undefined && (failsOver || isServing(other)));
  const led = replicas.some(({ role }) => role === 'primary');
  return quorum !== undefined || measured || !led || replica.role === 'primary';
}

/** Shares left out beside others that are stated: among those that serve, and with a failover among those that may come. */
function capacityPaths(
  solution: Solution,
  service: Service,
  { failsOver, waits }: { readonly failsOver: boolean; readonly waits: boolean },
): readonly Path[] {
  const candidates = new Set(
    failsOver ? candidatesOf(service, (at) => solution.replicaLost(service.index, at, best)) : [],
  );
  const counts = (replica: Replica): boolean => isServing(replica) || candidates.has(replica);
  const stated = service.replicas.some(
    (replica) => (failsOver || isServing(replica)) && replica.capacity !== undefined,
  );
  return service.replicas.flatMap((replica, at) =>
    stated && counts(replica) && replica.capacity === undefined && (waits || mayServe(solution, service, at))
      ? [['replicas', replica.position, 'capacity']]
      : [],
  );
}

/** It survives at best, or may return before the loss is over. */
function mayServe({ event, replicaLost }: Solution, { index }: Service, at: number): boolean {
  return event.ends !== undefined || !replicaLost(index, at, best);
}

function restoreFields(
  solver: Solver,
  solution: Solution,
  service: Service,
  inPlay: readonly RecoveryOption[],
): readonly MissingField[] {
  const owner = { type: 'service', index: service.index } as const;
  const options = solution.optionsOf(service.index);
  if (options.some(isSureOnceTimed)) return [];
  const restores = options.filter(({ via }) => via === 'restore');
  return restores.flatMap((option, at): readonly MissingField[] => {
    const backup = service.backups?.[at];
    if (backup === undefined || !inPlay.includes(option)) return [];
    const { to, rate, time } = backup.restore;
    const size = service.data === 'none' ? undefined : service.data?.size;
    const own = (...path: Path): MissingField => ({ owner, path });
    // Where the copies are, the data can be restored as well.
    const shared = to?.filter((place) => backup.at?.includes(place));
    const targets = shared === undefined || openPlaces(solver, solution, shared).length === 0 ? to : shared;
    return [
      ...missingCopies(solver, solution, service, backup),
      ...(targets === undefined ? [own('backups', backup.id, 'restore', 'to')] : openPlaces(solver, solution, targets)),
      ...(time === undefined && rate === undefined ? [own('backups', backup.id, 'restore', 'rate')] : []),
      ...(time === undefined && size === undefined ? [own('data', 'size')] : []),
    ];
  });
}
