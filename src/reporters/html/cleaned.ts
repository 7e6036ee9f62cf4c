import { clean } from '../clean.js';

/**
 * A copy of plain data in which no text can act: every string of it is cleaned. The components get nothing else, and the
 * renderer escapes what they are given, so no text of an inventory reaches a document by another way.
 */
export function cleaned<Data>(data: Data): Data {
  const copy: Data = JSON.parse(
    JSON.stringify(data, (_key, value: unknown) => (typeof value === 'string' ? clean(value) : value)),
  );
  return copy;
}
