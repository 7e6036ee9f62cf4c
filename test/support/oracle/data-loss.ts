import type { BackupFacts, Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import type { Loss } from './loss.js';
import { isServing, survivors, votesNeeded, votesOf } from './own-state.js';

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

/** Serving copies that may be the one that goes on: "if any replica is `primary`: fine iff a primary survives". */
function mayGoOn(service: ServiceFacts, loss: Loss): readonly ReplicaFacts[] {
  const serving = survivors(service, loss, 'best').filter(isServing);
  const led = service.replicas.some(({ role }) => role === 'primary');
  return led ? serving.filter(({ role }) => role === 'primary') : serving;
}

/**
 * "A stateful service that goes on without one of its serving replicas loses 0 with quorum or a sync survivor, else
 * the least surviving `lag` (unknown lag: 0 … everything)." Which of the copies in doubt survive is open for each of them
 * alone: at worst only one does, the one furthest behind, beside those that surely do.
 */
export function lossOfGoingOn(service: ServiceFacts, loss: Loss): { readonly best: number; readonly worst: number } {
  if (!service.stateful || service.replicas.length === 0 || knowsAll(service)) return { best: 0, worst: 0 };
  const gone = (bound: Bound): readonly ReplicaFacts[] =>
    service.replicas.filter((replica) => isServing(replica) && loss.replicaLost(service, replica, bound));
  const freshest = (copies: readonly ReplicaFacts[], bound: Bound): number =>
    Math.min(Infinity, ...copies.filter(holdsData).map((replica) => lagOf(replica, bound)));
  const best = gone('best').length === 0 ? 0 : freshest(survivors(service, loss, 'best'), 'best');
  const surely = survivors(service, loss, 'worst');
  const alone = mayGoOn(service, loss)
    .filter((replica) => gone('worst').some((other) => other !== replica))
    .map((replica) => freshest([...surely, replica], 'worst'));
  return { best, worst: Math.max(best, 0, ...alone) };
}

/** A quorum of more than half of the votes: fewer may go on without what the others confirmed. */
function knowsAll(service: ServiceFacts): boolean {
  let all = 0;
  for (const replica of service.replicas) all += votesOf(replica);
  return service.quorum !== undefined && votesNeeded(service) > all / 2;
}

/** "No option: never, and the loss is that of the best surviving copy, or everything." A backup whose key never comes is none. */
export function lossOfBestCopy(service: ServiceFacts, loss: Loss, bound: Bound, ready: (id: string) => number): number {
  const copies = survivors(service, loss, bound).filter(holdsData);
  const backups = service.backups.filter(
    (backup) => !loss.backupLost(service, backup, bound) && (backup.key === undefined || ready(backup.key) < Infinity),
  );
  return Math.min(
    Infinity,
    ...copies.map((replica) => lagOf(replica, bound)),
    ...backups.map((backup) => ageOf(backup, bound)),
  );
}
