import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shellWord } from '../../reporters/shell-word.js';
import { CliError } from '../cli-error.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { CommonFlags } from '../flags.js';
import { makeFolder } from '../make-folder.js';
import { print, tell } from '../print.js';
import { pathFrom } from '../shown-path.js';
import { starterFiles, starterSchemas } from '../starter-files.js';

/** Writes a small inventory, its settings, and the schemas that editors complete them from. Touches nothing if any of the files is already there. */
export async function init(dir: string, packageRoot: URL, { quiet = false }: CommonFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const schemas = starterSchemas.map((name) => ({
    path: `.firebreak/${name}`,
    text: readFileSync(new URL(`schemas/${name}`, packageRoot), 'utf8'),
  }));
  const files = [...starterFiles, ...schemas].map(({ path, text }) => ({ path: join(resolve(cwd, dir), path), text }));
  const taken = files.filter(({ path }) => existsSync(path)).map(({ path }) => pathFrom(cwd, path));
  if (taken.length > 0)
    throw new CliError(
      exitCodes.usage,
      `${taken.join(' and ')} ${taken.length === 1 ? 'exists' : 'exist'} already; nothing was written`,
    );
  for (const { path, text } of files) writeNew(path, text);
  await print(files.map(({ path }) => `${pathFrom(cwd, path)}\n`).join(''));
  if (!quiet) tell('written; next:', [dir === '.' ? 'firebreak' : `cd ${shellWord(dir)} && firebreak`]);
  return exitCodes.clean;
}

function writeNew(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new CliError(
      exitCodes.fault,
      `cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
