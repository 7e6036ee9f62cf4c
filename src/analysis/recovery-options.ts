import type { Backup, DomainIndex, Replica, Seconds, Service, ServiceIndex } from '../model/model.js';
import { failoverPlan, type FailoverPlan } from './failover-plan.js';
import type { Obstacle, Phase } from './outcome.js';
import { atSide, best, worst, type Side } from './side.js';
import { backupStaleness, replicaStaleness } from './staleness.js';

/** One way back for a service whose own state is not fine. */
export interface RecoveryOption {
  readonly via: 'failover' | 'rebuild' | 'wait' | 'restore';
  /** At best and at worst: open with its times, or closed and why. */
  readonly sides: readonly [OptionSide, OptionSide];
  /** Every data loss it may turn out to have, in seconds. */
  readonly losses: readonly Seconds[];
}

export type OptionSide = OpenSide | { readonly open: false; readonly obstacle: Obstacle };

export interface OpenSide {
  readonly open: true;
  /** Runs beside the waits; the later of the two counts. */
  readonly before: readonly Step[];
  /** What the recovery uses, all of them; `undefined`: nobody wrote it down. */
  readonly uses: readonly ServiceIndex[] | undefined;
  readonly key: ServiceIndex | undefined;
  /** After the waits, one after the other. */
  readonly after: readonly Step[];
}

export interface Step {
  readonly phase: Phase;
  readonly seconds: Seconds;
  readonly unknown: boolean;
}

/** What the options of one service have to know about the loss. */
export interface Aftermath {
  readonly corrupted: boolean;
  readonly replicaLost: (at: number, side: Side) => boolean;
  readonly backupLost: (backup: Backup, side: Side) => boolean;
  readonly placeLost: (place: DomainIndex, side: Side) => boolean;
  readonly full: (replica: Replica, side: Side) => DomainIndex | undefined;
  /** How long what was lost stays lost; `undefined`: it does not come back. */
  readonly lasts: Seconds | undefined;
  readonly destroys: boolean;
}

/** The options in the order in which ties between them are named: fail over, rebuild, wait, restore. */
export function recoveryOptions(service: Service, aftermath: Aftermath): readonly RecoveryOption[] {
  return [
    failover(service, aftermath),
    rebuild(service, aftermath),
    wait(service, aftermath),
    ...(service.backups ?? []).map((backup) => restore(service, backup, aftermath)),
  ];
}

/** What must be open for a gated option, and runs before it. */
function gated({ recovery }: Service, side: Side, key: ServiceIndex | undefined, after: readonly Step[]): OpenSide {
  const decide = recovery.decide ?? (recovery.mode === 'automatic' ? 0 : undefined);
  return {
    open: true,
    before: [step('detect', recovery.detect, side), step('decide', decide, side)],
    uses: recovery.uses,
    key,
    after,
  };
}

function step(phase: Phase, seconds: Seconds | undefined, side: Side): Step {
  return { phase, seconds: atSide(seconds, side), unknown: seconds === undefined };
}

function finish({ recovery }: Service, side: Side): readonly Step[] {
  return [step('redirect', recovery.redirect ?? 0, side), step('verify', recovery.verify ?? 0, side)];
}

function closed(option: Obstacle['option'], reason: Obstacle['reason'], domain?: DomainIndex): OptionSide {
  return { open: false, obstacle: { option, reason, service: undefined, domain } };
}

function bothSides(make: (side: Side) => OptionSide): readonly [OptionSide, OptionSide] {
  return [make(best), make(worst)];
}

function failover(service: Service, { corrupted, replicaLost, full }: Aftermath): RecoveryOption {
  const plan = (side: Side): FailoverPlan =>
    failoverPlan(
      service,
      (at) => replicaLost(at, side),
      (replica) => full(replica, side) !== undefined,
      side,
    );
  const plans = [plan(best), plan(worst)] as const;
  const losses = plans.flatMap((one) =>
    'taken' in one
      ? ([best, worst] as const).map((side) => Math.min(...one.taken.map((replica) => replicaStaleness(replica, side))))
      : [],
  );
  const side = (at: Side): OptionSide => {
    const one = plans[at];
    if ('closed' in one) {
      const site =
        one.closed === 'site-full'
          ? service.replicas.map((replica) => full(replica, at)).find((found) => found !== undefined)
          : undefined;
      return closed('failover', corrupted && one.closed !== 'none-declared' ? 'corrupted' : one.closed, site);
    }
    const startup: Step = { phase: 'startup', seconds: one.startup, unknown: one.unknownStartup };
    return gated(service, at, undefined, [
      step('execute', service.recovery.execute, at),
      startup,
      ...finish(service, at),
    ]);
  };
  return { via: 'failover', sides: bothSides(side), losses };
}

function rebuild(service: Service, { placeLost }: Aftermath): RecoveryOption {
  const plan = service.recovery.rebuild;
  const side = (at: Side): OptionSide => {
    if (plan === undefined || service.stateful) return closed('rebuild', 'none-declared');
    if (plan.to === undefined && at === worst) return closed('rebuild', 'unknown');
    if (plan.to?.every((place) => placeLost(place, at)) === true) return closed('rebuild', 'lost-too');
    return gated(service, at, undefined, [step('rebuild', plan.takes, at), ...finish(service, at)]);
  };
  return { via: 'rebuild', sides: bothSides(side), losses: [0] };
}

function wait({ recovery: { restart } }: Service, { corrupted, lasts, destroys }: Aftermath): RecoveryOption {
  const side = (at: Side): OptionSide => {
    if (corrupted) return closed('wait', 'corrupted');
    if (destroys) return closed('wait', 'destroyed');
    if (lasts === undefined) return closed('wait', 'none-declared');
    return {
      open: true,
      before: [{ phase: 'outage', seconds: lasts, unknown: false }],
      uses: [],
      key: undefined,
      after: restart === undefined ? [] : [step('restart', restart.takes, at)],
    };
  };
  return { via: 'wait', sides: bothSides(side), losses: [0] };
}

function restore(service: Service, backup: Backup, { backupLost, placeLost }: Aftermath): RecoveryOption {
  const { to, rate, time, prepare } = backup.restore;
  const size = service.data === 'none' ? undefined : service.data?.size;
  const transfer = time ?? (size === undefined || rate === undefined ? undefined : size === 0 ? 0 : size / rate);
  const side = (at: Side): OptionSide => {
    if (backupLost(backup, at)) return closed('restore', 'lost-too');
    if (to === undefined && at === worst) return closed('restore', 'unknown');
    if (to?.every((place) => placeLost(place, at)) === true) return closed('restore', 'lost-too');
    const start = step('prepare', prepare, at);
    return gated(service, at, backup.key, [start, step('transfer', transfer, at), ...finish(service, at)]);
  };
  return {
    via: 'restore',
    sides: bothSides(side),
    losses: [backupStaleness(backup, best), backupStaleness(backup, worst)],
  };
}
