import { existsSync } from 'node:fs';

/** Whether `--since` names a saved report and not a commit. */
export function isSavedReport(since: string): boolean {
  return since === '-' || since.endsWith('.json') || existsSync(since);
}
