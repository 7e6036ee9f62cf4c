import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import { isYamlOrJson } from '../discover-inputs.js';
import { exitCodes } from '../exit-code.js';
import { isInside } from '../shown-path.js';
import { undoOnExit } from '../undo-on-exit.js';
import { readObjects } from './read-objects.js';
import type { Repository } from './repository.js';
import { treeEntries, type TreeEntry } from './tree-entries.js';

/** A former state, written out. */
export interface FormerTree {
  /** Absolute; a folder of its own, which stands for the root of the repository. */
  readonly root: string;
  /** In it, the folder that stands for the working directory. */
  readonly cwd: string;
  /** Paths of submodules: what is in them is in another repository. */
  readonly submodules: readonly string[];
}

/** What is to be written out. */
export interface CheckOut {
  readonly repository: Repository;
  /** The whole name of a commit. */
  readonly hash: string;
  /** Files that are wanted whatever they are called; from the root, with forward slashes. */
  readonly named?: readonly string[];
}

/**
 * Writes what a commit holds of YAML and JSON into a temporary folder, for as long as `look` runs, so that a former state
 * is found, matched and read exactly as the working tree is.
 */
export function withCommit<Result>(
  { repository: { root, prefix }, hash, named = [] }: CheckOut,
  look: (tree: FormerTree) => Result,
): Result {
  const entries = treeEntries(root, hash);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'firebreak-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = undoOnExit(remove);
  try {
    const isWanted = (path: string): boolean => isYamlOrJson(path) || named.includes(path);
    const wanted = entries.filter(({ kind, path }) => kind === 'link' || (kind === 'file' && isWanted(path)));
    writeEntries(folder, root, wanted);
    // Marks the root, beyond which nothing is looked for.
    mkdirSync(join(folder, '.git'), { recursive: true });
    mkdirSync(join(folder, prefix), { recursive: true });
    const submodules = entries.filter(({ kind }) => kind === 'submodule').map(({ path }) => path);
    return look({ root: folder, cwd: join(folder, prefix), submodules });
  } finally {
    remove();
    forget();
  }
}

/** Links last, so that nothing is written through one. */
function writeEntries(folder: string, root: string, entries: readonly TreeEntry[]): void {
  const ordered = [...entries.filter(({ kind }) => kind === 'file'), ...entries.filter(({ kind }) => kind === 'link')];
  const contents = readObjects(
    root,
    ordered.map(({ object }) => object),
  );
  ordered.forEach(({ path, kind }, at) => {
    const target = resolve(folder, path);
    // No repository that git itself has made holds such a path.
    if (!isInside(folder, target) || posix.normalize(path) !== path)
      throw new CliError(exitCodes.usage, `a former state holds a path that leads out of it: ${path}`);
    const content = contents[at] ?? new Uint8Array();
    try {
      mkdirSync(dirname(target), { recursive: true });
      if (kind === 'file') writeFileSync(target, content, { flag: 'wx' });
      else symlinkSync(Buffer.from(content), target);
    } catch (error) {
      // Git keeps names and links that no file system takes: empty ones, and ones that are too long.
      const why = error instanceof Error ? error.message : String(error);
      throw new CliError(
        exitCodes.usage,
        `a former state holds a ${kind} that cannot be written here, ${path}: ${why}`,
      );
    }
  });
}
