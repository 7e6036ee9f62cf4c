import type { Problem } from '../problem.js';
import { BareMap } from './bare-map.js';
import { type FileReading, emptyProblem } from './file-reading.js';
import { findJsonProblems } from './json-problems.js';
import { jsonShape } from './json-shape.js';
import type { JsonValue } from './json-value.js';
import { isReservedKey } from './reserved-key.js';
import type { SourceLimits } from './source-limits.js';

// An escape for a control character or half of a surrogate pair, or an integer that may not be exact.
const suspicious = /\\(?:[bf]|u(?:00[01]|007f|00[89]|d[89a-f]))|[0-9]{16}/i;

/** Reads a JSON file with the engine's parser; everything that parser lets pass is looked for only if it may be there. */
export function readJson(file: string, text: string, limits: SourceLimits): FileReading {
  if (text.trim() === '') return { values: [], problems: [emptyProblem(file)], format: 'json' };
  const parsed = parse(text);
  if (parsed === undefined) return failed(file, findJsonProblems(file, text, limits));
  const { entries, depth, longest } = jsonShape(text);
  if (depth > limits.depth) return failed(file, findJsonProblems(file, text, limits));
  const seen = { entries: 0, reserved: false };
  const value = bare(parsed.value, seen);
  if (entries !== seen.entries || seen.reserved || longest > limits.scalarLength || suspicious.test(text)) {
    const problems = findJsonProblems(file, text, limits);
    if (problems.length > 0) return failed(file, problems);
  }
  return { values: [value], problems: [], format: 'json' };
}

function failed(file: string, problems: readonly Problem[]): FileReading {
  const unknown: Problem = {
    code: 'syntax',
    message: 'this is not JSON',
    at: { file, start: 0, end: 0 },
    help: 'it begins with `{` and ends with `}`',
  };
  return { values: [], problems: problems.length > 0 ? problems : [unknown], format: 'json' };
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

/** The same data in maps that inherit nothing. Its depth is known to be within the limit. */
function bare(value: unknown, seen: { entries: number; reserved: boolean }): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item) => bare(item, seen));
  if (typeof value !== 'object' || value === null) return null;
  const map = new BareMap();
  for (const [key, inner] of Object.entries(value)) {
    seen.entries += 1;
    if (isReservedKey(key)) seen.reserved = true;
    else map[key] = bare(inner, seen);
  }
  return map;
}
