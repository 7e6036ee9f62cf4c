import type { Command } from 'commander';
import { allPacks } from '../../packs/find-pack.js';
import { reporters } from '../../reporters/index.js';
import { simulationFormats } from '../../reporters/simulation/index.js';
import { rules } from '../../rules/index.js';
import { selectableFields } from '../../selection/selector.js';
import { version } from '../../version.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { bashCompletion } from '../completion/bash.js';
import { commandWords, type Vocabulary } from '../completion/command-words.js';
import { fishCompletion } from '../completion/fish.js';
import { zshCompletion } from '../completion/zsh.js';
import { incidentNames } from '../demo/incident.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { print } from '../print.js';
import { schemaNames } from '../schema-names.js';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const shellNames = ['bash', 'zsh', 'fish'] as const;

/** Prints a completion script, made from the commands and flags as they are in this version. */
export async function completion(name: string, program: Command, packageRoot: URL): Promise<ExitCode> {
  const shell = shellNames.find((one) => one === name);
  if (shell === undefined) {
    const meant = closest(name, shellNames);
    throw new CliError(exitCodes.usage, `there is no completion for "${name}"`, [
      ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
      `shells: ${shellNames.join(', ')}`,
    ]);
  }
  await print(shells[shell](commandWords(program, vocabulary(packageRoot)), version));
  return exitCodes.clean;
}

function vocabulary(packageRoot: URL): Vocabulary {
  const formats = [...reporters.keys()];
  const ruleIds = rules.map(({ id }) => id);
  return new Map<string, readonly string[]>([
    ['--format', formats],
    ['simulate --format', [...simulationFormats.keys()]],
    ['--rule', ruleIds],
    ['--skip-rule', ruleIds],
    ['--pack', allPacks().map(({ name }) => name)],
    ['--select', selectableFields.map((field) => `${field}=`)],
    ['explain', [...ruleIds, 'service']],
    ['waivers add', ruleIds],
    ['schema', schemaNames],
    ['demo', incidentNames(packageRoot)],
    ['completion', shellNames],
  ]);
}
