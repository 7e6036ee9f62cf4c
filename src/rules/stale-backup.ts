import type { Culprit } from '../analysis/missed-promises.js';
import { best } from '../analysis/side.js';
import { backupStaleness, holdsData, replicaStaleness } from '../analysis/staleness.js';
import type { Backup } from '../model/model.js';

/** The backup whose age is the data that a service loses; `undefined` where that is no backup's. */
export function staleBackup({ answer, derivation: { via, backup }, remains }: Culprit): Backup | undefined {
  const isAsOld = (one: Backup): boolean => one.every !== undefined && backupStaleness(one, best) === answer;
  if (backup !== undefined) return isAsOld(backup) ? backup : undefined;
  // What never comes back has lost what the best surviving copy lacks.
  const isLive = remains.surviving.some((copy) => holdsData(copy) && replicaStaleness(copy, best) === answer);
  return via === 'never' && !isLive ? remains.backups.find(isAsOld) : undefined;
}
