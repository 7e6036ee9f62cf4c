import { randomBytes } from 'node:crypto';
import { rmSync, statSync, truncateSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';
import { makeFolder } from './make-folder.js';
import { undoOnExit } from './undo-on-exit.js';

/** A text, or its pieces one after the other. */
type Text = string | Iterable<string>;

/**
 * Writes under a temporary name in the same folder and renames, so that nobody ever reads half a file, also when the
 * process is interrupted. Makes the folder if it is not there. A symbolic link is replaced, not followed; what is no regular
 * file (a device, a pipe) is written to directly.
 */
export async function writeFileWhole(path: string, text: Text): Promise<void> {
  try {
    const mode = modeOf(path);
    if (mode === 'direct') await writeFile(path, text);
    else await replace(path, text, mode);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Adds to a file that others write to as well; what could not be written whole is taken back. */
export async function appendWhole(path: string, text: Text): Promise<void> {
  const size = sizeOf(path);
  const takeBack = (): void => {
    if (sizeOf(path) > size) truncateSync(path, size);
  };
  const forget = undoOnExit(takeBack);
  try {
    await writeFile(path, text, { flag: 'a' });
  } catch (error) {
    takeBack();
    throw unwritable(path, error);
  } finally {
    forget();
  }
}

/** In bytes; 0 where there is no such file. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** `/dev/stdout` may lead to a regular file, which must not be renamed over. */
function modeOf(path: string): number | 'direct' {
  if (/^\/(?:dev|proc)\//.test(path)) return 'direct';
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0o666;
  if (stats.isDirectory()) throw new Error('it is a folder');
  return stats.isFile() ? stats.mode & 0o777 : 'direct';
}

async function replace(path: string, text: Text, mode: number): Promise<void> {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = join(folder, `.firebreak-${randomBytes(6).toString('hex')}.tmp`);
  const forget = undoOnExit(() => rmSync(temporary, { force: true }));
  try {
    await writeFile(temporary, text, { flag: 'wx', mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    forget();
  }
}

function unwritable(path: string, error: unknown): CliError {
  return new CliError(
    exitCodes.fault,
    `cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
