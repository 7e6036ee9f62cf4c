import { resolve } from 'node:path';
import type { SameInventory } from '../reporters/same-inventory.js';
import { shellWord } from '../reporters/shell-word.js';
import type { AuditFlags } from './flags.js';
import type { Settings } from './settings.js';
import { pathFrom } from './shown-path.js';

/** What was named on the command line, for commands that an output suggests: pasted, they must read the same. */
export function sameInventory(
  operands: readonly string[],
  { config, baseline, policyFrom }: Pick<AuditFlags, 'config' | 'baseline' | 'policyFrom'>,
  { file }: Pick<Settings, 'file'>,
  cwd: string,
): SameInventory {
  const given =
    config === undefined ? [] : config === false ? ['--no-config'] : ['--config', shellWord(asPath(config))];
  // Found beside what is named, settings would not be found by a command that takes no paths. Those of a commit lie nowhere.
  const found = operands.length === 0 || file === undefined || policyFrom !== undefined ? [] : [pathFrom(cwd, file)];
  return {
    named: operands.includes('-') ? undefined : [...operands.map(asPath).map(shellWord), ...given],
    settings: given.length > 0 ? given : found.flatMap((path) => ['--config', shellWord(path)]),
    baseline: typeof baseline === 'string' ? ['--baseline', shellWord(asPath(baseline))] : [],
  };
}

/** As seen from here, since no output names a folder of the machine. One that begins with a dash would be read as a flag. */
function asPath(named: string): string {
  const here = process.cwd();
  const path = pathFrom(here, resolve(here, named));
  return path.startsWith('-') ? `./${path}` : path;
}
