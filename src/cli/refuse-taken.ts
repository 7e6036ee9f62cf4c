import { existsSync, realpathSync } from 'node:fs';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';
import { pathFrom } from './shown-path.js';

/** Refuses to write to a file that is something else already. Absolute paths; `what` is what would be written. */
export function refuseTaken(what: string, file: string, others: readonly string[]): void {
  if (!existsSync(file)) return;
  const real = realpathSync(file);
  if (!others.some((other) => existsSync(other) && realpathSync(other) === real)) return;
  throw new CliError(
    exitCodes.usage,
    `${what} cannot be written to ${pathFrom(process.cwd(), file)}, which is an input`,
    ['name another file'],
  );
}
