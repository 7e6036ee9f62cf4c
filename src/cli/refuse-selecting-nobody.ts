import type { Report } from '../report/report.js';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';

/** A look at nothing is never a pass; nor is one at less than was meant, for a name that is misspelt. */
export function refuseSelectingNobody({ run }: Report): void {
  const wrong = run.selectsNobody ?? (run.selected === 0 ? [run.select ?? ''] : []);
  if (wrong.length === 0) return;
  throw new CliError(exitCodes.usage, `--select ${wrong.join(' ')}: there is no such service`, [
    'names count as they are written; * stands for any text',
  ]);
}
