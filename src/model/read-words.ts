import { isList } from './json-map.js';
import { read, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import { refuse } from './read-values.js';

/** A list of words of the user's own, each once, as written. */
export function readWords(linking: Linking, fields: Fields, key: string): readonly string[] | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  if (!isList(value)) return refuse(linking, fields, key, 'type', 'a list of words');
  const words = value.filter((word) => typeof word === 'string');
  if (words.length < value.length) refuse(linking, fields, key, 'type', 'a list of words');
  return [...new Set(words)];
}
