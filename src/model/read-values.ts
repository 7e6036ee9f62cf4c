import type { ProblemCode } from '../problem.js';
import { isMap } from './json-map.js';
import { read, readMap, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';

// All return `undefined` for a field that is left out or unknown, and for one that cannot be read after
// reporting it. Documents are validated before they come here, so the reports are a second line of defence.

export function readText(linking: Linking, fields: Fields, key: string): string | undefined {
  const value = read(fields, key);
  if (value === undefined || typeof value === 'string') return value;
  return refuse(linking, fields, key, 'type', 'text');
}

/** One of a few words. */
export function readWord<Word extends string>(
  linking: Linking,
  fields: Fields,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  return words.find((word) => word === value) ?? refuse(linking, fields, key, 'value', `one of ${words.join(', ')}`);
}

/** A number, 0 or more. */
export function readAmount(linking: Linking, fields: Fields, key: string): number | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  return refuse(linking, fields, key, 'type', 'a number, 0 or more');
}

export function readFlag(linking: Linking, fields: Fields, key: string): boolean | undefined {
  const value = read(fields, key);
  if (value === undefined || typeof value === 'boolean') return value;
  return refuse(linking, fields, key, 'type', 'true or false');
}

/** A map, its layers merged. */
export function readSection(linking: Linking, fields: Fields, key: string): Fields | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  return isMap(value) ? readMap(fields, key) : refuse(linking, fields, key, 'type', 'a map');
}

/** Reports that a field should hold something else. */
export function refuse(linking: Linking, fields: Fields, key: string, code: ProblemCode, wanted: string): undefined {
  reportAt(
    linking,
    { fields, path: [key], on: 'value' },
    { code, message: `\`${key}\` must be ${wanted}`, help: 'or leave the line out if it is not known' },
  );
  return undefined;
}
