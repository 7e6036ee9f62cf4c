import type { KeyPath } from '../place.js';
import type { JsonObject, JsonValue } from '../source/json-value.js';
import { isMap, isUnknown, ownValue } from './json-map.js';
import { isReplacedByAlternative } from './merge-maps.js';
import type { Written } from './written.js';

/**
 * One map of a thing, seen through its layers without building the merged map: 100,000 services would
 * pay for that in time and memory.
 */
export interface Fields {
  readonly of: Written;
  /** The map around this one and the key in it; `undefined` for the thing itself. */
  readonly up: { readonly fields: Fields; readonly key: string | number } | undefined;
  readonly near: JsonObject | undefined;
  readonly far: JsonObject | undefined;
}

/** All fields of a thing. */
export function fieldsOf(written: Written): Fields {
  return { of: written, up: undefined, near: written.entry.value, far: written.inherited?.merged };
}

/** The effective value of a field; `undefined` where nobody says or the nearest who speaks says `unknown`. */
export function read(fields: Fields, key: string): JsonValue | undefined {
  const value = readAsWritten(fields, key);
  return isUnknown(value) ? undefined : value;
}

/** The map under a key, its layers merged; `undefined` if there is no map. */
export function readMap(fields: Fields, key: string): Fields | undefined {
  const value = readAsWritten(fields, key);
  if (!isMap(value)) return undefined;
  const near = ownValue(fields.near, key);
  if (near === undefined) return { of: fields.of, up: { fields, key }, near: undefined, far: value };
  const far = ownValue(fields.far, key);
  return { of: fields.of, up: { fields, key }, near: value, far: isMap(far) ? far : undefined };
}

/** One map in a list, or a list itself, as something with fields of its own: lists do not merge. */
export function itemFields(fields: Fields, key: string | number, item: JsonObject | undefined): Fields {
  return { of: fields.of, up: { fields, key }, near: item, far: undefined };
}

/** The keys of all layers, each once, sorted: the order of keys in a map means nothing. */
export function keysOf(fields: Fields): readonly string[] {
  const near = fields.near === undefined ? [] : Object.keys(fields.near);
  if (fields.far === undefined) return near.sort();
  return [...new Set([...near, ...Object.keys(fields.far)])].sort();
}

/** The path of a field from the thing that it belongs to. */
export function pathOf(fields: Fields, ...rest: KeyPath): KeyPath {
  const path: (string | number)[] = [...rest];
  for (let up = fields.up; up !== undefined; up = up.fields.up) path.unshift(up.key);
  return path;
}

/** The effective value of a field with the word `unknown` left standing. */
export function readAsWritten(fields: Fields, key: string): JsonValue | undefined {
  const near = ownValue(fields.near, key);
  if (near !== undefined || fields.far === undefined) return near;
  return isReplacedByAlternative(fields.near, key, fields.up?.key) ? undefined : ownValue(fields.far, key);
}
