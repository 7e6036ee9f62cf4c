import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CliError } from './cli-error.js';
import { settingsFileName, usualFolders } from './discover-inputs.js';
import { exitCodes } from './exit-code.js';
import { ancestors, gitRoot } from './project-root.js';
import { isInside, pathFrom } from './shown-path.js';

/**
 * The settings file in force: the one named, else the nearest `firebreak.yaml` from the first input upwards, not
 * beyond the git repository. The nearest wins whole; files further up are not merged in.
 */
export function findSettings(
  config: string | false | undefined,
  operands: readonly string[],
  cwd: string,
): string | undefined {
  if (config === false) return undefined;
  if (config !== undefined) return resolve(cwd, config);
  const start = startFolder(operands[0], cwd);
  const stop = gitRoot(start);
  const folders = ancestors(start);
  const within = stop === undefined ? folders : folders.slice(0, folders.indexOf(stop) + 1);
  const file = within.map((folder) => join(folder, settingsFileName)).find(isNamed) ?? besideInventory(operands, cwd);
  if (file === undefined) refuseNearlyNamed(within, operands, cwd);
  // Passed over, settings that are there would count as none, and ask for less.
  if (file !== undefined && !existsSync(file))
    throw new CliError(exitCodes.usage, `${pathFrom(cwd, file)} is a link that leads nowhere`);
  if (file !== undefined && !isInside(realpathSync(stop ?? dirname(file)), realpathSync(file)))
    throw new CliError(exitCodes.usage, `${pathFrom(cwd, file)} leads out of the repository`);
  return file;
}

/** Where nothing is named, an inventory is looked for in these folders: the settings in one of them are for it. */
function besideInventory(operands: readonly string[], cwd: string): string | undefined {
  if (operands.length > 0) return undefined;
  const [file, another] = usualFolders.map((folder) => join(cwd, folder, settingsFileName)).filter(isNamed);
  if (another === undefined) return file;
  throw new CliError(exitCodes.usage, `there are settings in ${usualFolders.join(' and in ')}, and none for both`, [
    'name what to audit, or have one firebreak.yaml here',
  ]);
}

/** Names that other tools would read settings from. */
const nearlyNamed = ['firebreak.yml', '.firebreak.yaml', '.firebreak.yml'] as const;

/** Nobody would notice that settings under such a name ask nothing. One that is audited itself is an inventory. */
function refuseNearlyNamed(folders: readonly string[], operands: readonly string[], cwd: string): void {
  const audited = new Set(operands.map((operand) => resolve(cwd, operand)));
  const near = folders
    .flatMap((folder) => nearlyNamed.map((name) => join(folder, name)))
    .find((path) => isNamed(path) && !audited.has(path));
  if (near === undefined) return;
  throw new CliError(exitCodes.usage, `settings are read from ${settingsFileName}, not from ${pathFrom(cwd, near)}`, [
    'rename it, or run without settings: --no-config',
  ]);
}

/** Whether something has this name, be it a link to nothing. */
function isNamed(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The text of the settings file. */
export function readSettingsFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(exitCodes.usage, `cannot read the settings in ${pathFrom(process.cwd(), path)}: ${reason}`);
  }
}

/** The folder that is named, or in which what is named is, or would be. */
function startFolder(operand: string | undefined, cwd: string): string {
  if (operand === undefined || operand === '-') return cwd;
  const path = resolve(cwd, operand);
  return ancestors(path).find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) ?? cwd;
}
