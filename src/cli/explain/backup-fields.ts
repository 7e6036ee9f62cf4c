import type { Backup } from '../../model/model.js';
import { formatRate } from '../../units/rate.js';
import type { EffectiveField, Wording } from './effective-field.js';

export function backupFields(
  backup: Backup,
  { text, duration, domains, services, conditions }: Wording,
): readonly EffectiveField[] {
  const { id, failsWith, restore, key, tested } = backup;
  const fields = {
    at: domains(backup.at),
    every: duration(backup.every),
    takes: duration(backup.takes),
    retention: duration(backup.retention),
    immutable: text(backup.immutable),
    offline: text(backup.offline),
    failsWith: failsWith.length === 0 ? undefined : conditions(failsWith),
    key: key === undefined ? undefined : services([key]),
    tested:
      tested === undefined || tested === 'never' ? tested : [tested.date, tested.result].filter(Boolean).join(', '),
  };
  return [
    ...Object.entries(fields).map(([field, value]) => ({ path: ['backups', id, field], text: value })),
    { path: ['backups', id, 'restore', 'to'], text: domains(restore.to) },
    {
      path: ['backups', id, 'restore', 'rate'],
      text: restore.rate === undefined ? undefined : formatRate(restore.rate),
    },
    { path: ['backups', id, 'restore', 'time'], text: duration(restore.time) },
  ];
}
