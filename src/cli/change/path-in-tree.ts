import { join, relative, resolve } from 'node:path';
import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';
import type { FormerTree } from '../git/check-out.js';
import { gitRoot } from '../project-root.js';
import { isInside, pathFrom } from '../shown-path.js';

/** A path as somebody in `cwd` means it, from the root of the repository, with forward slashes. */
export function pathInRepository(path: string, cwd: string): string {
  const root = gitRoot(cwd) ?? cwd;
  const absolute = resolve(cwd, path);
  if (isInside(root, absolute)) return pathFrom(root, absolute);
  throw new CliError(exitCodes.usage, `${path} lies outside of the repository, so it has no former state`);
}

/** The same path in a former tree; absolute. */
export function pathInTree(path: string, cwd: string, tree: FormerTree): string {
  return join(tree.root, pathInRepository(path, cwd));
}

/** The way back: where a file of a former tree is, or would be, in the repository around `cwd`. */
export function pathFromTree(file: string, cwd: string, tree: FormerTree): string {
  return join(gitRoot(cwd) ?? cwd, relative(tree.root, file));
}
