import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';
import { gitRoot } from '../project-root.js';
import { askGit, type GitQuestion } from './run-git.js';

/** A git repository, and where in it somebody stands. */
export interface Repository {
  /** Absolute. */
  readonly root: string;
  /** From there to the working directory; empty in the root itself. */
  readonly prefix: string;
}

/** The repository around the working directory. `flag` is what asks for it. */
export function repositoryAround(cwd: string, flag: string): Repository {
  const root = gitRoot(cwd);
  if (root === undefined)
    throw new CliError(exitCodes.usage, `${flag} reads from git, and this folder is in no git repository`);
  // What git takes for the repository must be what we take for it: settings of the environment can point elsewhere.
  const theirs = askGit(cwd, ['rev-parse', '--show-toplevel'], 'find the repository').replace(/\r?\n$/, '');
  const gitDir = (env: GitQuestion['env'] = {}): string =>
    realpathSync(
      askGit(cwd, ['rev-parse', '--absolute-git-dir'], 'find the repository', { env }).replace(/\r?\n$/, ''),
    );
  // With GIT_DIR alone git takes every folder for its work tree, and the commits of another repository for those of it.
  if (realpathSync(theirs) !== realpathSync(root) || gitDir() !== gitDir(asIfUnset))
    throw new CliError(exitCodes.usage, `${flag} reads from git, whose repository here is another one`, [
      'look at GIT_DIR and GIT_WORK_TREE',
    ]);
  return { root, prefix: relative(root, cwd) };
}

const asIfUnset = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_COMMON_DIR: undefined };
