import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DigestedFile, SourceFile } from '../source/source-file.js';
import { sha256Of } from './sha256-of.js';
import { unreadable } from './unreadable.js';
import { pathFrom } from './shown-path.js';

const stdin = 0;

/** Reads files as they are; `root` is what their printed paths are relative to. Sorted by path, each once. */
export function readInputs(files: readonly string[], root: string): readonly DigestedFile[] {
  return [...new Set(files)]
    .map((file) => sourceFile(pathFrom(root, file), readFile(file)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What stands on stdin, under the name it is to be reported by. */
export function readStdin(path: string): SourceFile {
  try {
    return sourceFile(path, readFileSync(stdin));
  } catch (error) {
    throw unreadable('stdin', error);
  }
}

function readFile(file: string): Uint8Array {
  try {
    if (!statSync(file).isFile()) throw new Error('not a regular file');
    return readFileSync(resolve(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function sourceFile(path: string, content: Uint8Array): DigestedFile {
  return { path, content, sha256: sha256Of(content) };
}
