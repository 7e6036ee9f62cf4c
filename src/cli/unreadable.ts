import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';

/** What keeps a file from being read, in the words of the system. */
export function unreadable(path: string, error: unknown): CliError {
  return new CliError(
    exitCodes.input,
    `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
    ['check that it is there and that you may read it'],
  );
}
