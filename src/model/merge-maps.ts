import type { JsonObject, JsonValue } from '../source/json-value.js';
import { isMap, ownValue } from './json-map.js';

/**
 * Two layers as one: maps merge, anything else that the nearer layer says replaces what the farther one
 * says, the word `unknown` included.
 */
export function mergeMaps(far: JsonObject, near: JsonObject, inside?: string): JsonObject {
  const merged: Record<string, JsonValue> = Object.create(null);
  for (const key of Object.keys(far)) if (!isReplacedByAlternative(near, key, inside)) merged[key] = far[key] ?? null;
  for (const key of Object.keys(near)) {
    const own = near[key] ?? null;
    const inherited = ownValue(far, key);
    merged[key] = isMap(own) && isMap(inherited) ? mergeMaps(inherited, own, key) : own;
  }
  return merged;
}

/**
 * A restore is described by its `rate` or by its `time`. A layer that gives one of them has spoken about
 * both: the other one from a farther layer describes another restore. `inside` is the key of the map.
 */
export function isReplacedByAlternative(
  near: JsonObject | undefined,
  key: string,
  inside: string | number | undefined,
): boolean {
  if (near === undefined || inside !== 'restore') return false;
  if (key === 'rate') return near['time'] !== undefined;
  return key === 'time' && near['rate'] !== undefined;
}
