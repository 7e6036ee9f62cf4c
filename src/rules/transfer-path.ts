import type { Backup } from '../model/model.js';
import type { KeyPath } from '../place.js';

/** The field of a service that says how long copying a backup back takes. */
export function transferPath({ id, restore: { time } }: Backup): KeyPath {
  return ['backups', id, 'restore', time === undefined ? 'rate' : 'time'];
}
