import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CliError } from './cli-error.js';
import { filesBehind, filesOfSettings, isGlob, usualFolders, type DiscoveryBase } from './discover-inputs.js';
import { exitCodes } from './exit-code.js';
import { mistypedCommand } from './mistyped-command.js';
import { gitRoot } from './project-root.js';
import { pathFrom } from './shown-path.js';

/** Where an inventory is looked for when neither the command line nor the settings say. */
const usualPlaces = [...usualFolders, '*.dr.yaml'] as const;

/** What the settings say, and where they stand. */
export interface InventorySetting {
  readonly globs: readonly string[] | undefined;
  readonly file: string | undefined;
  /** A former state: what is named today may not have been there. */
  readonly isFormer: boolean;
}

/** The files to audit; `undefined` in `looked` when they were named on the command line. */
export interface ChosenInputs {
  readonly files: readonly string[];
  /** Where was looked when nothing was named, as printed. */
  readonly looked: readonly string[] | undefined;
}

/** Named paths, else the globs of the settings, else the usual places. */
export function chooseInputs(
  operands: readonly string[],
  setting: InventorySetting,
  base: DiscoveryBase,
): ChosenInputs {
  if (operands.length > 0) {
    const files = operands.flatMap((operand) => namedFiles(operand, operands, base));
    return { files, looked: files.length === 0 ? operands : undefined };
  }
  const home = setting.file === undefined ? base.cwd : dirname(setting.file);
  const there = { cwd: home, root: gitRoot(home) ?? home };
  if (setting.globs !== undefined) {
    if (!setting.isFormer) for (const path of setting.globs) refuseMissing(path, there);
    return { files: filesOfSettings(setting.globs, there), looked: setting.globs };
  }
  const files = usualPlaces.flatMap((place) => filesBehind(place, there) ?? []);
  const prefix = pathFrom(base.cwd, home);
  return { files, looked: usualPlaces.map((place) => `${prefix}/${place}`) };
}

/** Without what is named here the rest would be audited as if it were all. A wildcard names nothing in particular. */
function refuseMissing(path: string, base: DiscoveryBase): void {
  if (path.startsWith('!') || isGlob(path) || filesOfSettings([path], base).length > 0) return;
  throw new CliError(exitCodes.usage, `there is no YAML or JSON file ${path}, which \`inventory\` names`, [
    filesBehind(path, base) === undefined
      ? 'take it out of the settings, or bring the file back'
      : `name the files in a folder: ${path.replace(/\/$/, '')}/**/*.yaml`,
  ]);
}

function namedFiles(operand: string, operands: readonly string[], base: DiscoveryBase): readonly string[] {
  if (operand.trim() === '')
    throw new CliError(exitCodes.usage, 'a path is empty, as from a variable that is not set', [
      'name a file or a folder; . is the one you are in',
    ]);
  const files = filesBehind(operand, base);
  if (files !== undefined) return files;
  throw (
    mistypedCommand(operand, operands) ??
    new CliError(exitCodes.usage, `there is no file or folder ${operand}`, [
      'check how it is written; paths begin in the folder you are in',
    ])
  );
}

/** No inventory is never a pass. */
export function noInventory(looked: readonly string[]): CliError {
  return new CliError(exitCodes.input, `no inventory found; looked for ${looked.join(', ')}`, [
    'name the files: firebreak <paths>',
    existsSync('firebreak.yaml') ? 'or list them in firebreak.yaml under inventory' : 'or start with: firebreak init',
  ]);
}
