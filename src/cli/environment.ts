/** How every variable of ours begins. */
export const prefix = 'FIREBREAK_';

/** The environment variable of a long flag: `--fail-on` is `FIREBREAK_FAIL_ON`. */
export function variableOf(flag: string): string {
  return `${prefix}${flag.replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`;
}

/** What a switch can be set to in order to leave it off. */
const off: ReadonlySet<string> = new Set(['0', 'false', 'no', 'n', 'off']);

/**
 * Forgets variables of ours that are set to nothing, as CI systems do for an input left out, and switches
 * that are set to no: the parser would take their mere presence for a yes.
 */
export function forgetUnsetVariables(env: NodeJS.ProcessEnv, switches: readonly string[]): void {
  const switchNames = new Set(switches.map(variableOf));
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(prefix) || value === undefined) continue;
    if (value === '' || (switchNames.has(name) && off.has(value.toLowerCase()))) delete env[name];
  }
}
