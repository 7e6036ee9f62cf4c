import type { Backup, DomainIndex, Replica, Seconds, Service, ServiceIndex } from '../model/model.js';
import { failoverLoss } from './failover-loss.js';
import { candidatesOf, failoverPlan, isStandby, type FailoverPlan } from './failover-plan.js';
import { secondsAfter, secondsBefore, type Way } from './option-steps.js';
import type { Obstacle, Range } from './outcome.js';
import { best, worst, type Side } from './side.js';
import { backupStaleness } from './staleness.js';

/** One way back for a service whose own state is not fine. */
export interface RecoveryOption {
  readonly via: Way;
  /** At best and at worst: open with its times, or closed and why. */
  readonly sides: readonly [OptionSide, OptionSide];
  /** The least and the most data that it may turn out to lose. */
  readonly loss: Range;
}

export type OptionSide = OpenSide | { readonly open: false; readonly obstacle: Obstacle };

/** Sums only: an inventory has millions of these, and nearly nobody asks for the steps (`option-steps`). */
export interface OpenSide {
  readonly open: true;
  readonly via: Way;
  /** Runs beside the waits; the later of the two counts. In `wait`: the loss itself. */
  readonly before: Seconds;
  /** What the recovery uses, all of them; `undefined`: nobody wrote it down. */
  readonly uses: readonly ServiceIndex[] | undefined;
  readonly key: ServiceIndex | undefined;
  /** After the waits. */
  readonly after: Seconds;
  /** Of a failover: the largest startup of those it takes, and whether it is not stated. */
  readonly startup: Seconds;
  readonly unknownStartup: boolean;
  /** Of a restore. */
  readonly backup: Backup | undefined;
}

/** What the options of one service have to know about the loss. */
export interface Aftermath {
  readonly corrupted: boolean;
  readonly replicaLost: (at: number, side: Side) => boolean;
  readonly backupLost: (backup: Backup, side: Side) => boolean;
  readonly placeLost: (place: DomainIndex, side: Side) => boolean;
  readonly full: (replica: Replica, side: Side) => DomainIndex | undefined;
  /** Until enough of what was lost is back, at best and at worst; `undefined`: it does not come back. */
  readonly returns: readonly [Seconds | undefined, Seconds | undefined];
  /** Whether it would be fine with nothing lost, at best and at worst. */
  readonly whole: readonly [boolean, boolean];
  /** Data that what does not come back takes with it. */
  readonly returnLoss: Range;
  readonly destroys: boolean;
}

/** The options in the order in which ties between them are named: fail over, rebuild, wait, restore. */
export function recoveryOptions(service: Service, aftermath: Aftermath): readonly RecoveryOption[] {
  const options = [failover(service, aftermath), rebuild(service, aftermath), wait(service, aftermath)];
  for (const backup of service.backups ?? []) options.push(restore(service, backup, aftermath));
  return options;
}

export const noLoss: Range = { best: 0, worst: 0 };

interface Parts {
  readonly startup: Seconds;
  readonly unknownStartup: boolean;
  readonly backup: Backup | undefined;
}

const noParts: Parts = { startup: 0, unknownStartup: false, backup: undefined };

/** An option that is open once the gate is. */
function gated(service: Service, side: Side, via: Way, parts: Parts): OpenSide {
  return {
    open: true,
    via,
    before: secondsBefore(service, via, side, 0),
    uses: service.recovery.uses,
    key: parts.backup?.key,
    after: secondsAfter(service, via, side, parts),
    startup: parts.startup,
    unknownStartup: parts.unknownStartup,
    backup: parts.backup,
  };
}

function closed(option: Obstacle['option'], reason: Obstacle['reason'], domain?: DomainIndex): OptionSide {
  return { open: false, obstacle: { option, reason, service: undefined, domain } };
}

/** One object for both where they are the same, as nearly all are: an inventory has millions of these. */
function bothSides(make: (side: Side) => OptionSide): readonly [OptionSide, OptionSide] {
  const atBest = make(best);
  const atWorst = make(worst);
  return [atBest, isSame(atBest, atWorst) ? atBest : atWorst];
}

/** Two sides of one option: whatever else is in them hangs on these. */
function isSame(one: OptionSide, other: OptionSide): boolean {
  if (one.open && other.open) {
    return (
      one.before === other.before &&
      one.after === other.after &&
      one.startup === other.startup &&
      one.unknownStartup === other.unknownStartup
    );
  }
  if (one.open || other.open) return false;
  return one.obstacle.reason === other.obstacle.reason && one.obstacle.domain === other.obstacle.domain;
}

/** Most options of most services are not declared: one object for all of them. */
const undeclared = {
  failover: { via: 'failover', sides: bothSides(() => closed('failover', 'none-declared')), loss: noLoss },
  rebuild: { via: 'rebuild', sides: bothSides(() => closed('rebuild', 'none-declared')), loss: noLoss },
  wait: { via: 'wait', sides: bothSides(() => closed('wait', 'none-declared')), loss: noLoss },
} as const;

function failover(service: Service, { corrupted, replicaLost, full }: Aftermath): RecoveryOption {
  if (!service.replicas.some(isStandby)) return undeclared.failover;
  const plan = (side: Side): FailoverPlan =>
    failoverPlan(
      service,
      (at) => replicaLost(at, side),
      (replica) => full(replica, side) !== undefined,
      side,
    );
  const plans = [plan(best), plan(worst)] as const;
  const side = (at: Side): OptionSide => {
    const one = plans[at];
    if ('taken' in one) return gated(service, at, 'failover', { ...one, backup: undefined });
    const site =
      one.closed === 'site-full'
        ? candidatesOf(service, (replica) => replicaLost(replica, at))
            .map((replica) => full(replica, at))
            .find((found) => found !== undefined)
        : undefined;
    return closed('failover', corrupted ? 'corrupted' : one.closed, site);
  };
  return {
    via: 'failover',
    sides: bothSides(side),
    loss: failoverLoss(service, { replicaLost, plans, isFull: (replica, at) => full(replica, at) !== undefined }),
  };
}

function rebuild(service: Service, { placeLost }: Aftermath): RecoveryOption {
  const plan = service.recovery.rebuild;
  if (plan === undefined || service.stateful) return undeclared.rebuild;
  const side = (at: Side): OptionSide => {
    if (plan.to === undefined && at === worst) return closed('rebuild', 'unknown');
    if (plan.to?.every((place) => placeLost(place, at)) === true) return closed('rebuild', 'lost-too');
    return gated(service, at, 'rebuild', noParts);
  };
  return { via: 'rebuild', sides: bothSides(side), loss: noLoss };
}

function wait(service: Service, { corrupted, returns, returnLoss, whole, destroys }: Aftermath): RecoveryOption {
  if (!corrupted && !destroys && returns[best] === undefined) return undeclared.wait;
  const side = (at: Side): OptionSide => {
    if (corrupted) return closed('wait', 'corrupted');
    const lasts = returns[at];
    if (destroys || lasts === undefined) return closed('wait', 'destroyed');
    if (!whole[at]) return closed('wait', whole[best] ? 'unknown' : 'never-enough');
    return {
      open: true,
      via: 'wait',
      before: secondsBefore(service, 'wait', at, lasts),
      uses: [],
      key: undefined,
      after: secondsAfter(service, 'wait', at, noParts),
      ...noParts,
    };
  };
  return { via: 'wait', sides: bothSides(side), loss: returnLoss };
}

function restore(service: Service, backup: Backup, { backupLost, placeLost }: Aftermath): RecoveryOption {
  const { to } = backup.restore;
  const side = (at: Side): OptionSide => {
    if (backupLost(backup, at)) return closed('restore', 'lost-too');
    if (to === undefined && at === worst) return closed('restore', 'unknown');
    if (to?.every((place) => placeLost(place, at)) === true) return closed('restore', 'lost-too');
    return gated(service, at, 'restore', { ...noParts, backup });
  };
  return {
    via: 'restore',
    sides: bothSides(side),
    loss: { best: backupStaleness(backup, best), worst: backupStaleness(backup, worst) },
  };
}
