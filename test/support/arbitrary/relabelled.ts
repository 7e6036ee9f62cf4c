import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import type { ArbitraryEvent } from './arbitrary-case.js';
import { mapOf } from './inventory-edits.js';

/** The same case with every id renamed, so that the order of ids changes, and every map and list turned round. */
export function relabelled(
  inventory: JsonObject,
  event: ArbitraryEvent,
  shift: number,
): { readonly inventory: JsonObject; readonly event: ArbitraryEvent; name(id: string): string } {
  const ids = ['locations', 'domains', 'services'].flatMap((section) => Object.keys(mapOf(inventory[section])));
  const names = new Map(ids.map((id, index) => [id, `n${100 + (((index + shift) * 7) % 97)}`]));
  const name = (id: string): string => names.get(id) ?? id;
  const rewrite = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return value.map(rewrite).reverse();
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(mapOf(value)).map(([key, entry]): [string, JsonValue] => [
      name(key),
      rewrite(entry),
    ]);
    return Object.fromEntries(entries.reverse());
  };
  return {
    inventory: mapOf(rewrite(inventory)),
    event: {
      ...event,
      lose: event.lose.map(name).reverse(),
      ...(event.ends === undefined
        ? {}
        : { ends: Object.fromEntries(Object.entries(event.ends).map(([id, end]) => [name(id), end])) }),
      ...(event.corrupt === undefined ? {} : { corrupt: event.corrupt.map(name).reverse() }),
    },
    name,
  };
}
