import type { Problem } from '../problem.js';
import type { JsonValue } from './json-value.js';
import type { SourceFormat } from './source-text.js';

/** What one file holds. */
export interface FileReading {
  /** By position in the file; undefined where nothing is written or where there were problems. */
  readonly values: readonly (JsonValue | undefined)[];
  readonly problems: readonly Problem[];
  readonly format: SourceFormat;
}

/** The problem of a file with nothing in it. */
export function emptyProblem(file: string): Problem {
  const help = 'remove it, or write an inventory: `version: 1` and `services:`';
  return { code: 'empty', message: 'the file has nothing in it', at: { file, start: 0, end: 0 }, help };
}
