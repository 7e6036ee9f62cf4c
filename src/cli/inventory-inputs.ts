import { resolve } from 'node:path';
import type { SourceFile } from '../source/source-file.js';
import { chooseInputs } from './choose-inputs.js';
import { CliError } from './cli-error.js';
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
  /** Whether it is all of what would be read if nothing were named: what is missing in a part says nothing. */
  readonly isWhole: () => boolean;
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
  const isWhole = (): boolean =>
    operands.length === 0 || (!onStdin && holdsAll(chosen.files, { settings, cwd, root, left }));
  const read = readInputs(chosen.files, root);
  optimiseLater(read);
  if (!onStdin)
    return {
      sources: read,
      files: chosen.files,
      root,
      lookedInVain: read.length === 0 ? chosen.looked : undefined,
      isWhole,
    };
  const stdin = readStdin(stdinFilename === undefined ? 'stdin' : pathFrom(root, resolve(cwd, stdinFilename)));
  const others = read.filter(({ path }) => path !== stdin.path);
  return { sources: [...others, stdin], files: chosen.files, root, lookedInVain: undefined, isWhole };
}

interface Elsewhere extends Pick<InventoryQuery, 'settings' | 'cwd'> {
  readonly root: string;
  /** What is no inventory. */
  readonly left: ReadonlySet<string>;
}

/** Whether nothing is missing of what the settings, or the usual places, hold. */
function holdsAll(files: readonly string[], { settings, cwd, root, left }: Elsewhere): boolean {
  try {
    const setting = { globs: settings.inventory, file: settings.file, isFormer: true };
    const all = chooseInputs([], setting, { cwd, root }).files.filter((file) => !left.has(file));
    return all.length > 0 && all.every((file) => files.includes(file));
  } catch (error) {
    // What is named can be read. That something else cannot is no fault of this run.
    if (error instanceof CliError) return false;
    throw error;
  }
}

function announcement(files: readonly string[], cwd: string): string {
  const names = files.map((file) => pathFrom(cwd, file));
  return names.length > 3
    ? `auditing ${names[0] ?? ''} and ${names.length - 1} more files`
    : `auditing ${names.join(', ')}`;
}
