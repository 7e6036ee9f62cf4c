import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';

/** Writes under a temporary name and renames, so that nobody ever reads half a file. */
export function writeFileWhole(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CliError(
      exitCodes.fault,
      `cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
