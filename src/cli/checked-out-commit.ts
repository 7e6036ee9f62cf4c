import { CliError } from './cli-error.js';
import { commitOf } from './git/commit.js';
import { runGit } from './git/run-git.js';
import { gitRoot } from './project-root.js';
import { isInside } from './shown-path.js';

/**
 * The commit that is checked out around a folder, if these files (absolute paths) are as it has them. Undefined otherwise: where one lies
 * elsewhere, is changed or was never committed, outside of a repository, in an empty one, and without git.
 */
export function checkedOutCommit(folder: string, files: readonly string[]): string | undefined {
  const root = gitRoot(folder);
  if (root === undefined || files.some((file) => !isInside(root, file))) return undefined;
  const paths = [...new Set(files)];
  try {
    const { hash } = commitOf(root, 'HEAD');
    const tracked = runGit(root, ['ls-files', '-z', '--', ...paths]);
    const changed = runGit(root, ['diff', '--quiet', '--no-ext-diff', '--no-textconv', hash, '--', ...paths]);
    const known = tracked.stdout.toString('utf8').split('\0').length - 1;
    return tracked.ok && changed.ok && known === paths.length ? hash : undefined;
  } catch (error) {
    if (error instanceof CliError) return undefined;
    throw error;
  }
}
