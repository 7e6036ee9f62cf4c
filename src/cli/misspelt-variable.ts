import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';
import { CliError } from './cli-error.js';
import { prefix } from './environment.js';
import { exitCodes } from './exit-code.js';

/**
 * A variable that looks like one of ours misspelt. It would be passed over in silence, and a gate that somebody has made
 * stricter with it would be as lax as before. Others that begin as ours do may be somebody's own.
 */
export function misspeltVariable(env: NodeJS.ProcessEnv, program: () => Command): CliError | undefined {
  const set = Object.keys(env).filter((name) => name.startsWith(prefix));
  if (set.length === 0) return undefined;
  const known = variablesOf(program());
  for (const name of set) {
    const meant = known.includes(name) ? undefined : known.find((one) => isSlip(plainly(name), plainly(one)));
    if (meant !== undefined)
      return new CliError(exitCodes.usage, `nothing reads ${name}; did you mean ${meant}?`, [
        '--fail-on is FIREBREAK_FAIL_ON, and so on; `firebreak help audit` lists the flags',
      ]);
  }
  return undefined;
}

function variablesOf(command: Command): readonly string[] {
  const own = command.options.flatMap(({ envVar }) => envVar ?? []);
  return [...new Set([...own, ...command.commands.flatMap(variablesOf)])];
}

function plainly(name: string): string {
  return name.slice(prefix.length).replaceAll('_', '');
}

function isSlip(written: string, meant: string): boolean {
  return written === meant || (meant.length > 3 && distance(written, meant) <= (meant.length < 8 ? 1 : 2));
}
