import { resolve } from 'node:path';
import type { SourceFile } from '../source/source-file.js';
import { chooseInputs } from './choose-inputs.js';
import { tell } from './print.js';
import { gitRoot } from './project-root.js';
import { optimiseLater } from './optimise-later.js';
import { readInputs, readStdin } from './read-inputs.js';
import type { Settings } from './settings.js';
import { pathFrom } from './shown-path.js';

export interface InventoryQuery {
  readonly operands: readonly string[];
  readonly settings: Settings;
  readonly cwd: string;
  readonly stdinFilename: string | undefined;
  readonly quiet: boolean;
  /** Absolute paths of files that are no inventory even where a glob or folder takes them in. */
  readonly leaveOut?: readonly string[];
  readonly isFormer?: boolean;
}

export interface InventoryInputs {
  readonly sources: readonly SourceFile[];
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[];
  /** What the paths of the sources are relative to. */
  readonly root: string;
  /** Where was looked in vain; undefined when something was found. */
  readonly lookedInVain: readonly string[] | undefined;
}

/**
 * The inventory, read. Its paths are relative to the git repository, so that a report is the same from wherever it
 * is asked for, or to the working directory outside of one.
 */
export function inventoryInputs({
  operands,
  settings,
  cwd,
  stdinFilename,
  quiet,
  leaveOut = [],
  isFormer = false,
}: InventoryQuery): InventoryInputs {
  const root = gitRoot(cwd) ?? cwd;
  const left = new Set([...leaveOut, ...settings.ownRules.paths, ...settings.ownRules.fixtures]);
  const onStdin = operands.includes('-');
  const named = operands.filter((operand) => operand !== '-');
  const found =
    onStdin && named.length === 0
      ? { files: [], looked: undefined }
      : chooseInputs(named, { globs: settings.inventory, file: settings.file, isFormer }, { cwd, root });
  const chosen = { ...found, files: found.files.filter((file) => !left.has(file)) };
  if (operands.length === 0 && chosen.files.length > 0 && !quiet) tell(announcement(chosen.files, cwd));
  const read = readInputs(chosen.files, root);
  optimiseLater(read);
  if (!onStdin)
    return { sources: read, files: chosen.files, root, lookedInVain: read.length === 0 ? chosen.looked : undefined };
  const stdin = readStdin(stdinFilename === undefined ? 'stdin' : pathFrom(root, resolve(cwd, stdinFilename)));
  const others = read.filter(({ path }) => path !== stdin.path);
  return { sources: [...others, stdin], files: chosen.files, root, lookedInVain: undefined };
}

function announcement(files: readonly string[], cwd: string): string {
  const names = files.map((file) => pathFrom(cwd, file));
  return names.length > 3
    ? `auditing ${names[0] ?? ''} and ${names.length - 1} more files`
    : `auditing ${names.join(', ')}`;
}
