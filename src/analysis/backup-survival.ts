import type { Backup, DomainIndex, FailCondition, Service } from '../model/model.js';
import type { KnownKinds } from './known-kinds.js';
import { best, type Side } from './side.js';
import type { Survival } from './survival.js';

/** Whether every copy of a backup is lost to the loss itself, or to the corruption of what it is a backup of. */
export function backupLost(
  survives: Survival,
  kinds: KnownKinds,
  service: Service,
  backup: Backup,
  corrupted: boolean,
  side: Side,
): boolean {
  if (corrupted && !outlivesCorruption(kinds, service, backup, side)) return true;
  const first = copiesBefore(service, backup);
  return (backup.at ?? [undefined]).every((place, at) =>
    survives.copyLost(service.index, first + at, place, backup, side),
  );
}

function copiesBefore({ backups }: Service, backup: Backup): number {
  const all = backups ?? [];
  return all.slice(0, all.indexOf(backup)).reduce((sum, { at }) => sum + (at?.length ?? 1), 0);
}

/**
 * Damage reaches every copy that the same authority may write: a backup outlives it if it cannot be changed
 * (`immutable`, `offline`) or shares no account with the service. Where either side's account is not known, neither
 * is the answer.
 */
function outlivesCorruption(kinds: KnownKinds, service: Service, backup: Backup, side: Side): boolean {
  if (backup.immutable === true || backup.offline === true) return true;
  const { own, theirs } = accountsOf(kinds, service, backup);
  if ([...theirs].some((account) => own.has(account))) return false;
  return side === best || (isEachKnown(kinds, service) && theirs.size > 0);
}

/** Whether of every copy of a service it is known on which account it stands. */
function isEachKnown(kinds: KnownKinds, { replicas, failsWith = [] }: Service): boolean {
  if (kinds.inConditions(failsWith, 'account')) return true;
  return (
    replicas.length > 0 &&
    replicas.every(
      ({ at = [], failsWith: own }) =>
        kinds.inConditions(own, 'account') || at.some((place) => kinds.around(place, 'account')),
    )
  );
}

/** The accounts that a service, and one of its backups, are known to stand on. */
export function accountsOf(
  kinds: KnownKinds,
  service: Service,
  backup: Backup,
): { readonly own: ReadonlySet<DomainIndex>; readonly theirs: ReadonlySet<DomainIndex> } {
  const accounts = (places: readonly DomainIndex[], conditions: readonly FailCondition[]): ReadonlySet<DomainIndex> =>
    new Set([...places, ...conditions.flat()].flatMap((domain) => kinds.ofKind(domain, 'account')));
  return {
    own: accounts(
      service.replicas.flatMap(({ at }) => at ?? []),
      [...service.replicas.flatMap(({ failsWith }) => failsWith), ...(service.failsWith ?? [])],
    ),
    theirs: accounts(backup.at ?? [], backup.failsWith),
  };
}
