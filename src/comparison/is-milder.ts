import { atLeast, type Severity } from '../finding.js';

/** What a rule counts, the mildest being that it does not run. */
export type Level = Severity | 'off';

export function isMilder(now: Level, before: Level): boolean {
  if (before === 'off' || now === before) return false;
  return now === 'off' || !atLeast(now, before);
}
