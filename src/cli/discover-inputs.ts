import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';
import { isInside, pathFrom } from './shown-path.js';
import { unreadable } from './unreadable.js';

const inventoryExtensions: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json']);
export const settingsFileName = 'firebreak.yaml';

/** Folders in which an inventory is looked for where nothing is named. */
export const usualFolders = ['inventory', 'dr'] as const;

/** Where paths are looked up, and what they may not lead out of. */
export interface DiscoveryBase {
  readonly cwd: string;
  /** What lies in it must not lead out of it by a symbolic link. */
  readonly root: string;
}

/** The files behind one path, folder or glob, absolute and sorted; undefined: there is no such thing. */
export function filesBehind(operand: string, base: DiscoveryBase): readonly string[] | undefined {
  const path = resolve(base.cwd, operand);
  const stats = statIfThere(path);
  if (stats === undefined) {
    if (!isGlob(operand)) return undefined;
    return matches([operand], base.cwd).map((file) => confined(file, boundaryOf(file, base.root), base.cwd));
  }
  const files = stats.isDirectory() ? filesOfFolder(path, new Set()) : [path];
  return files.map((file) => confined(file, boundaryOf(path, base.root), base.cwd));
}

/**
 * The inventory files that the globs of a settings file match; a leading `!` leaves files out. Settings may come
 * from a change that nobody has reviewed yet, so they reach nothing outside of the root.
 */
export function filesOfSettings(globs: readonly string[], { cwd, root }: DiscoveryBase): readonly string[] {
  return matches(globs, cwd).map((file) => confined(file, root, cwd));
}

function matches(globs: readonly string[], cwd: string): readonly string[] {
  return globSync([...globs], { cwd, absolute: true, ignore: ['**/node_modules/**'], expandDirectories: false })
    .map((file) => resolve(file))
    .filter(isInventoryFile)
    .sort();
}

export function isGlob(operand: string): boolean {
  return /[*?{[]/.test(operand);
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function isInventoryFile(path: string): boolean {
  return isYamlOrJson(path) && basename(path) !== settingsFileName;
}

/** By its name; nothing else is ever read, unless it is named. */
export function isYamlOrJson(path: string): boolean {
  return inventoryExtensions.has(extname(path).toLowerCase());
}

/** Dot folders and node_modules are left alone; a folder that links lead back to is entered once. */
function filesOfFolder(folder: string, entered: Set<string>): readonly string[] {
  try {
    const real = realpathSync(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        const isFolder = entry.isSymbolicLink() ? statIfThere(path)?.isDirectory() === true : entry.isDirectory();
        if (!isFolder) return isInventoryFile(path) ? [path] : [];
        return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesOfFolder(path, entered);
      });
  } catch (error) {
    throw error instanceof CliError ? error : unreadable(folder, error);
  }
}

/** What is named on the command line may lie anywhere, but not lead elsewhere from there. */
function boundaryOf(operand: string, root: string): string {
  return isInside(root, operand) ? root : dirname(operand);
}

/** A link that leads out of the repository could show any file of the machine in a job's log. */
function confined(file: string, boundary: string, cwd: string): string {
  try {
    if (isInside(realpathSync(boundary), realpathSync(file))) return file;
  } catch (error) {
    throw unreadable(file, error);
  }
  throw new CliError(exitCodes.input, `${pathFrom(cwd, file)} leads out of the repository`, [
    'copy the file into the repository, or name the path it leads to',
  ]);
}
