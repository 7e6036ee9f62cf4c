import type { Backup, Replica, Seconds, Service } from '../model/model.js';
import { atSide, type Side } from './side.js';

/** Whether a replica has data of its own. */
export function holdsData({ role, replication }: Replica): boolean {
  return role !== 'witness' && replication !== 'none';
}

/** How far behind a replica may be when it has to take over. */
export function replicaStaleness({ replication, lag }: Replica, side: Side): Seconds {
  return replication === 'sync' ? 0 : atSide(lag, side);
}

/** How old the data of a backup may be: the outage may come just before the next one is finished. */
export function backupStaleness({ every, takes }: Backup, side: Side): Seconds {
  return atSide(every, side) + (takes ?? 0);
}

/** Loss when nothing brings the service back: what the best surviving copy lacks, or everything. */
export function lossOfBestCopy(
  { replicas, backups }: Service,
  replicaLost: (at: number, side: Side) => boolean,
  copyGone: (backup: Backup, side: Side) => boolean,
  side: Side,
): Seconds {
  const live = replicas
    .filter((replica, at) => !replicaLost(at, side) && holdsData(replica))
    .map((replica) => replicaStaleness(replica, side));
  const kept = (backups ?? [])
    .filter((backup) => !copyGone(backup, side))
    .map((backup) => backupStaleness(backup, side));
  return Math.min(Infinity, ...live, ...kept);
}
