import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/source/source-file.js';

/** The inventory files of a folder as the command finds them: paths relative to it, bytes as they are. */
export function inventoryFolder(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && path !== 'firebreak.yaml')
    .sort()
    .map((path) => ({ path, content: new Uint8Array(readFileSync(join(folder, path))) }));
}

/** The names of the folders in a folder, sorted. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
