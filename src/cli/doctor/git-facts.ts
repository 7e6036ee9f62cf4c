import { spawnSync } from 'node:child_process';
import { gitRoot } from '../project-root.js';
import { pathFrom } from '../shown-path.js';

/** What is seen of git from a folder, in words, by what it is about. */
export function gitFacts(cwd: string): readonly (readonly [name: string, value: string])[] {
  const version = ask(cwd, ['--version']);
  if (version === undefined) return [['git', 'not installed; --since and --policy-from need it']];
  const about = [['git', version.replace(/^git version /, '')]] as const;
  const root = gitRoot(cwd);
  if (root === undefined) return [...about, ['repository', 'none around this folder']];
  const head = ask(cwd, ['rev-parse', '--short', '--verify', '--quiet', 'HEAD']);
  const shallow = ask(cwd, ['rev-parse', '--is-shallow-repository']);
  return [
    ...about,
    ['repository', pathFrom(cwd, root)],
    ['commit', head ?? 'git does not say: no commit yet, or a folder that belongs to somebody else'],
    ['history', shallow === 'true' ? 'shallow: --since and --policy-from may lack their commit' : 'whole'],
  ];
}

/** The answer of a command that only looks; undefined where there is none. Settings of a repository start nothing. */
function ask(cwd: string, args: readonly string[]): string | undefined {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'safe.bareRepository=explicit'];
  const { status, stdout } = spawnSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
