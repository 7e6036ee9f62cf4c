import type { KeyPath } from '../place.js';
import { quoted } from './quoted.js';

/** How a value is called in a message: by its key, or as the item of a list that has one. */
export function labelOf(path: KeyPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  if (typeof last === 'string') return quoted(last);
  const list = path.findLast((step) => typeof step === 'string');
  const item = `item ${last + 1}`;
  return list === undefined ? item : `${item} of ${quoted(list)}`;
}
