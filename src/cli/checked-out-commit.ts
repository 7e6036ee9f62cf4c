import { CliError } from './cli-error.js';
import { commitOf } from './git/commit.js';
import { gitRoot } from './project-root.js';

/** The commit that is checked out around a folder; undefined outside of a repository, in an empty one, and without git. */
export function checkedOutCommit(folder: string): string | undefined {
  const root = gitRoot(folder);
  if (root === undefined) return undefined;
  try {
    return commitOf(root, 'HEAD').hash;
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
}
