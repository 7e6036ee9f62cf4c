import type { BackupFacts, Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { ageOf, lossOfGoingOn, unknownAmount } from './data-loss.js';
import { readDuration } from './read-amount.js';
import { ownState } from './own-state.js';
import { failoverLoss } from './failover-loss.js';
import { failoverPlan, startupOf } from './failover.js';
import { Loss } from './loss.js';
import type { SiteLimits } from './site-limits.js';

export type Via = 'none' | 'failover' | 'restore' | 'rebuild' | 'wait' | 'never';

/** When a service is ready, as far as is known: Infinity while it has not settled. */
export type Ready = (service: string) => number;

export interface RecoveryOption {
  readonly via: Via;
  /** Whether what it needs of places and copies is there, however long it takes. */
  open(bound: Bound): boolean;
  /** Infinity: closed. */
  time(bound: Bound, ready: Ready): number;
  /** Every data loss this option may turn out to have, in this bound's reading of the unknown lags. */
  losses(bound: Bound): readonly number[];
}

function firstReady(members: readonly string[], ready: Ready): number {
  return Math.min(...members.map(ready));
}

/** "ready(every startup dependency)" */
function startupReady(service: ServiceFacts, ready: Ready): number {
  return Math.max(
    0,
    ...service.dependencies.filter(({ kind }) => kind === 'startup').map(({ members }) => firstReady(members, ready)),
  );
}

/** "`gate` = max(detect + decide, ready(every `uses`), ready(every startup dependency))" */
function gate(service: ServiceFacts, bound: Bound, ready: Ready): number {
  const { mode, detect, decide, uses } = service.recovery;
  const noticed =
    unknownAmount(detect, bound) + (decide ?? (mode === 'automatic' ? 0 : unknownAmount(undefined, bound)));
  const tools = uses === undefined ? unknownAmount(undefined, bound) : Math.max(0, ...uses.map(ready));
  return Math.max(noticed, tools, startupReady(service, ready));
}

/** "`redirect`, `verify` … : 0" where left out. */
function finish(service: ServiceFacts): number {
  return (service.recovery.redirect ?? 0) + (service.recovery.verify ?? 0);
}

/** "time = gate + execute + the largest startup taken + redirect + verify; loss = the least lag among those taken" */
function failover(service: ServiceFacts, loss: Loss, limits: SiteLimits): RecoveryOption {
  const plans: Readonly<Record<Bound, readonly ReplicaFacts[] | undefined>> = {
    best: failoverPlan(service, loss, limits, 'best'),
    worst: failoverPlan(service, loss, limits, 'worst'),
  };
  return {
    via: 'failover',
    open: (bound) => plans[bound] !== undefined,
    time(bound, ready) {
      const plan = plans[bound];
      if (plan === undefined) return Infinity;
      const startup = Math.max(...plan.map((replica) => startupOf(replica, bound)));
      const execute = unknownAmount(service.recovery.execute, bound);
      return gate(service, bound, ready) + execute + startup + finish(service);
    },
    losses: (bound) => [failoverLoss(service, loss, limits)[bound]],
  };
}

/** "*rebuild* (stateless): gate + `rebuild.takes` at a surviving `rebuild.to` + redirect + verify." */
function rebuild(service: ServiceFacts, loss: Loss): RecoveryOption {
  return {
    via: 'rebuild',
    open: (bound) => {
      const plan = service.recovery.rebuild;
      return !service.stateful && plan !== undefined && !loss.everyPlaceLost(plan.to, [], bound);
    },
    time(bound, ready) {
      const plan = service.recovery.rebuild;
      if (plan === undefined || !this.open(bound)) return Infinity;
      return gate(service, bound, ready) + unknownAmount(plan.takes, bound) + finish(service);
    },
    losses: () => [0],
  };
}

/**
 * "*wait*: max(`lasts`, ready(startup dependencies)) + `recovery.restart`, where X gives `lasts` or every domain it names does …; loss 0.
 * Closed to corrupted services and with `destroys`."
 */
function wait(service: ServiceFacts, loss: Loss): RecoveryOption {
  if (loss.event.ends !== undefined) return waitForParts(service, loss);
  return {
    via: 'wait',
    open: (bound) => comesBack(service, loss, bound),
    time(bound, ready) {
      if (loss.lasts === undefined || !comesBack(service, loss, bound)) return Infinity;
      return Math.max(loss.lasts, startupReady(service, ready)) + unknownAmount(service.recovery.restart, bound);
    },
    losses: () => [0],
  };
}

/** Not even what stands in an unknown place. */
class NothingLost extends Loss {
  override replicaLost(): boolean {
    return false;
  }
}

/** Whether the end of the loss helps: what is lost by name has none but the event's, and it must suffice once all is back. */
function comesBack(service: ServiceFacts, loss: Loss, bound: Bound): boolean {
  if (loss.lasts === undefined || loss.corrupted.has(service.id)) return false;
  const told = loss.event.lasts !== undefined && loss.event.lasts !== 'unknown';
  if (loss.services.has(service.id) && !told) return false;
  return (
    service.replicas.length === 0 || ownState(service, new NothingLost(loss.facts, { lose: [] }), bound) === 'fine'
  );
}

/**
 * Parts that return at times of their own: until the first return after which, with what is then still lost, the service
 * itself is fine. Copies that do not return may cost data.
 */
function waitForParts(service: ServiceFacts, loss: Loss): RecoveryOption {
  const { ends = {} } = loss.event;
  const exists = (id: string): boolean => loss.facts.domains.has(id) || loss.facts.services.has(id);
  const times = Object.entries(ends).flatMap(([id, end]) =>
    end === 'never' || !exists(id) ? [] : [readDuration(end)],
  );
  const later = (time: number): Loss =>
    new Loss(loss.facts, {
      ...loss.event,
      lose: loss.event.lose.filter((id) => {
        const end = ends[id];
        return end === undefined || end === 'never' || readDuration(end) > time;
      }),
    });
  const found: Record<Bound, number> = { best: Infinity, worst: Infinity };
  const closed = loss.event.destroys === true || loss.corrupted.has(service.id);
  for (const bound of ['best', 'worst'] as const) {
    for (const time of times) {
      if (!closed && time < found[bound] && ownState(service, later(time), bound) === 'fine') found[bound] = time;
    }
  }
  return {
    via: 'wait',
    open: (bound) => found[bound] < Infinity,
    time: (bound, ready) =>
      found[bound] === Infinity
        ? Infinity
        : Math.max(found[bound], startupReady(service, ready)) + unknownAmount(service.recovery.restart, bound),
    losses: () => {
      const moments = [found.best, found.worst].filter((time) => time < Infinity).map(later);
      return moments.flatMap((moment) => Object.values(lossOfGoingOn(service, moment)));
    },
  };
}

/**
 * "*restore*: a surviving backup copy, a surviving `restore.to`: max(gate, ready(`key`)) + `prepare` + (data.size ÷
 * rate, or `restore.time`) + redirect + verify; loss = `every` + `takes`."
 */
function restore(service: ServiceFacts, backup: BackupFacts, loss: Loss): RecoveryOption {
  return {
    via: 'restore',
    open: (bound) => !loss.backupLost(service, backup, bound) && !loss.everyPlaceLost(backup.to, [], bound),
    time(bound, ready) {
      if (!this.open(bound)) return Infinity;
      const byRate = service.size === undefined || backup.rate === undefined ? undefined : service.size / backup.rate;
      const transfer = unknownAmount(backup.time ?? byRate, bound);
      const key = backup.key === undefined ? 0 : ready(backup.key);
      return Math.max(gate(service, bound, ready), key) + backup.prepare + transfer + finish(service);
    },
    losses: (bound) => [ageOf(backup, bound)],
  };
}

/** "**Recovery options** of a service whose own state is not fine", in the order in which ties are named. */
export function recoveryOptions(service: ServiceFacts, loss: Loss, limits: SiteLimits): readonly RecoveryOption[] {
  return [
    failover(service, loss, limits),
    rebuild(service, loss),
    wait(service, loss),
    ...service.backups.map((backup) => restore(service, backup, loss)),
  ];
}
