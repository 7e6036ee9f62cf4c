import type { Backup, RestoreTest, Service } from '../model/model.js';

/** Backups that are no longer said to be out of reach, or to have been restored from. Those that are gone are not among them. */
export function lessenedBackups(former: Service, service: Service): readonly string[] {
  const today = new Map((service.backups ?? []).map((backup) => [backup.id, backup]));
  return (former.backups ?? []).flatMap((was) => {
    const is = today.get(was.id);
    return is === undefined ? [] : [...lessProtected(was, is), ...lessTested(was, is)];
  });
}

function lessProtected(was: Backup, is: Backup): readonly string[] {
  return (['immutable', 'offline'] as const)
    .filter((field) => was[field] === true && is[field] !== true)
    .map((field) => `the backup ${was.id} is no longer said to be ${field}`);
}

/** A later test stands for itself, whatever came of it: the findings tell. */
function lessTested({ id, tested: was }: Backup, { tested: is }: Backup): readonly string[] {
  if (was === undefined || was === 'never') return [];
  if (is === undefined || is === 'never') return [`the backup ${id} no longer says when its restore was tested`];
  if (is.date > was.date) return [];
  if (is.date < was.date || isOther(was, is))
    return [`the restore test of the backup ${id} is not on record as it was`];
  return was.evidence !== undefined && is.evidence === undefined
    ? [`the restore test of the backup ${id} no longer names its evidence`]
    : [];
}

function isOther(was: RestoreTest, is: RestoreTest): boolean {
  return was.result !== is.result || (was.took !== undefined && was.took !== is.took);
}
