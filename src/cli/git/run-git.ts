import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';

/** What git answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What git is asked with. */
export interface GitQuestion {
  readonly input?: string;
  /** Instead of what the environment says; `undefined`: as if it said nothing. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A partial clone would fetch what it lacks: versions of git that know no other way to forbid it obey this one. */
const offline = ['-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never'] as const;

/**
 * Runs git in a folder, only to read: nothing is fetched, no lock taken, nobody asked, no file watcher started that the
 * repository's own settings may name.
 */
export function runGit(folder: string, args: readonly string[], { input = '', env = {} }: GitQuestion = {}): GitAnswer {
  // Loaded only now: few audits ask git, and it takes every start of the program 3 ms.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const result = spawnSync('git', [...offline, ...args], {
    cwd: folder,
    input,
    env: {
      ...process.env,
      ...env,
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_TERMINAL_PROMPT: '0',
    },
    maxBuffer: Infinity,
  });
  const { error } = result;
  if (error === undefined)
    return { ok: result.status === 0, stdout: result.stdout, stderr: result.stderr.toString('utf8').trim() };
  if ('code' in error && error.code === 'ENOENT')
    throw new CliError(exitCodes.usage, 'git is not installed, and only git can read a former state', [
      'install git, or run without --since and --policy-from',
    ]);
  throw new CliError(exitCodes.fault, `cannot run git: ${error.message}`);
}

/** The text that git answers; where it cannot, an error that says so in its words. */
export function askGit(folder: string, args: readonly string[], doing: string, question: GitQuestion = {}): string {
  const { ok, stdout, stderr } = runGit(folder, args, question);
  if (ok) return stdout.toString('utf8');
  throw refused(doing, stderr);
}

const hints = [
  [
    /dubious ownership/,
    'the repository belongs to somebody else; if you trust it: git config --global --add safe.directory <folder>',
  ],
  [/promisor|lazy fetch/, 'this clone is partial: fetch the files too (git clone without --filter)'],
] as const;

/** git has refused to do something. */
export function refused(doing: string, stderr: string): CliError {
  const lines = stderr.split('\n').filter((line) => line !== '');
  const reason = lines.find((line) => line.startsWith('fatal: ')) ?? lines[0] ?? 'it does not say why';
  const help = hints.filter(([sign]) => sign.test(stderr)).map(([, hint]) => hint);
  return new CliError(exitCodes.usage, `git cannot ${doing}: ${reason.replace(/^fatal: /, '')}`, help);
}
