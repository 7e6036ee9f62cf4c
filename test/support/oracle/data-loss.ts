import type { BackupFacts, Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import type { Loss } from './loss.js';
import { isServing, survivors } from './own-state.js';

export const unknownAmount = (amount: number | undefined, bound: Bound): number =>
  amount ?? (bound === 'best' ? 0 : Infinity);

/** "witnesses vote and hold nothing"; "none = holds no data of its own". */
export function holdsData(replica: ReplicaFacts): boolean {
  return replica.role !== 'witness' && replica.replication !== 'none';
}

/** "sync 0; async and semi-sync their `lag`"; left out: unknown. */
export function lagOf(replica: ReplicaFacts, bound: Bound): number {
  return replica.replication === 'sync' ? 0 : unknownAmount(replica.lag, bound);
}

/** "loss = `every` + `takes`"; "`takes` of a backup: 0". */
export function ageOf(backup: BackupFacts, bound: Bound): number {
  return unknownAmount(backup.every, bound) + (backup.takes ?? 0);
}

/**
 * "A stateful service that goes on without one of its serving replicas loses 0 with quorum or a sync survivor, else
 * the least surviving `lag` (unknown lag: 0 … everything)." Who survives and how stale they are are asked apart, so
 * that a service that goes on in the optimistic solution only can be given its worst lag too.
 */
export function lossOfGoingOn(service: ServiceFacts, loss: Loss, alive: Bound, lag: Bound): number {
  if (!service.stateful || service.replicas.length === 0) return 0;
  if (!service.replicas.some((replica) => isServing(replica) && loss.replicaLost(service, replica, alive))) return 0;
  if (service.quorum !== undefined) return 0;
  return Math.min(
    Infinity,
    ...survivors(service, loss, alive)
      .filter(holdsData)
      .map((replica) => lagOf(replica, lag)),
  );
}

/** "No option: never, and the loss is that of the best surviving copy, or everything." */
export function lossOfBestCopy(service: ServiceFacts, loss: Loss, bound: Bound): number {
  const copies = survivors(service, loss, bound).filter(holdsData);
  const backups = service.backups.filter((backup) => !loss.backupLost(service, backup, bound));
  return Math.min(
    Infinity,
    ...copies.map((replica) => lagOf(replica, bound)),
    ...backups.map((backup) => ageOf(backup, bound)),
  );
}
