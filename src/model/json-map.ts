import type { JsonObject, JsonValue } from '../source/json-value.js';

/** True for a map: neither a list nor a scalar. */
export function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** True for a list. (`Array.isArray` alone does not narrow a readonly array.) */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** True where the inventory says that it does not know: the word `unknown`, or a key with nothing behind it. */
export function isUnknown(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === 'unknown';
}

/** The value under a key that comes from the input, and so may be a name like `constructor`. */
export function ownValue(map: JsonObject | undefined, key: string): JsonValue | undefined {
  const value = map?.[key];
  return map === undefined || value === undefined || Object.hasOwn(map, key) ? value : undefined;
}
