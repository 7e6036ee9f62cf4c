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
  for (const [key, one] of Object.entries(value).sort(byRank)) ordered[key] = inKeyOrder(one, depth - 1);
  return ordered;
}

function byRank([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return keyRank(a) - keyRank(b) || (a < b ? -1 : 1);
}
