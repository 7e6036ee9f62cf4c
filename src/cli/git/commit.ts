import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';
import { refused, runGit } from './run-git.js';

/** A commit, and the name under which somebody asked for it. */
export interface Commit {
  readonly ref: string;
  /** Its whole name in hex. */
  readonly hash: string;
}

/** The commit behind a branch, a tag or a name in hex. */
export function commitOf(root: string, ref: string): Commit {
  // A leading dash would be an option of git.
  const { ok, stdout, stderr } = ref.startsWith('-')
    ? { ok: false, stdout: '', stderr: '' }
    : runGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (ok) return { ref, hash: stdout.toString('utf8').trim() };
  if (stderr !== '') throw refused(`find ${ref}`, stderr);
  throw new CliError(exitCodes.usage, `there is no commit "${ref}" in this repository`, [
    isShallow(root)
      ? fetchAll
      : 'git branch --all and git tag list what there is; a branch of a remote is written as origin/main',
  ]);
}

const fetchAll =
  'this clone is shallow: fetch all of it (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0; git fetch --unshallow)';

/**
 * The commit at which `head` left `base`. What has happened on `base` since is no part of the change: a finding that was
 * fixed there must not look as if the change had brought it.
 */
export function forkPoint(root: string, base: Commit, head: Commit): Commit {
  const { ok, stdout, stderr } = runGit(root, ['merge-base', base.hash, head.hash]);
  const [hash = ''] = stdout.toString('utf8').split('\n');
  // Where history is cut off, what looks like the last common commit need not be it.
  const sure = hash === base.hash || !isShallow(root);
  if (ok && hash !== '' && sure) return { ref: base.ref, hash };
  if (!ok && stderr !== '') throw refused(`compare with ${base.ref}`, stderr);
  throw new CliError(exitCodes.usage, `nobody can say where this change left "${base.ref}"`, [
    sure ? 'the two have no common history' : fetchAll,
  ]);
}

function isShallow(root: string): boolean {
  return runGit(root, ['rev-parse', '--is-shallow-repository']).stdout.toString('utf8').trim() === 'true';
}
