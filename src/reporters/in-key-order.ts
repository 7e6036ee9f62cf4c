import { keyRank } from './json-key-order.js';

/**
 * A copy of plain data with the keys of every object in the order of the published schema, whatever the order in which
 * they were put together. `depth`: so many levels of objects and lists; what lies deeper is the same data.
 */
export function inKeyOrder<Value>(value: Value, depth?: number): Value;
export function inKeyOrder(value: unknown, depth: number = Infinity): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => inKeyOrder(item, depth - 1));
  const ordered: Record<string, unknown> = {};
  const entries = Object.entries(value);
  for (const at of orderOf(entries)) {
    const entry = entries[at];
    if (entry !== undefined) ordered[entry[0]] = inKeyOrder(entry[1], depth - 1);
  }
  return ordered;
}

/** The order of objects with the same keys, found once for each of the few kinds of object that a report has. */
const known = new Map<string, readonly number[]>();

/** Kinds that are remembered: keys may also be names from an inventory. */
const mostKnown = 1000;

function orderOf(entries: readonly (readonly [string, unknown])[]): readonly number[] {
  let kind = '';
  for (const [key] of entries) kind += `${key.length}:${key}`;
  const before = known.get(kind);
  if (before?.length === entries.length) return before;
  const order = entries.map(([key], at) => ({ key, at })).sort(byRank);
  const positions = order.map(({ at }) => at);
  if (known.size < mostKnown) known.set(kind, positions);
  return positions;
}

function byRank({ key: a }: { readonly key: string }, { key: b }: { readonly key: string }): number {
  return keyRank(a) - keyRank(b) || (a < b ? -1 : 1);
}
