import type { JsonObject, JsonValue } from '../source/json-value.js';
import type { Entry } from './entry.js';
import { mergeMaps } from './merge-maps.js';

/** What a service takes over from others: its tier before the defaults. */
export interface Inherited {
  /** Nearest first. */
  readonly layers: readonly Entry[];
  readonly merged: JsonObject;
}

/** A thing with everything that was written about it: its own entry and what it inherits. */
export interface Written {
  readonly entry: Entry;
  readonly inherited: Inherited | undefined;
  /** Its replicas, where they stand in the `replicas` section instead of the entry. */
  readonly placements: Entry<JsonValue> | undefined;
}

/** A thing that nothing is inherited by. */
export function writtenAlone(entry: Entry): Written {
  return { entry, inherited: undefined, placements: undefined };
}

/** Layers, nearest first, as one map; `undefined` if there are none. */
export function inherit(layers: readonly (Entry | undefined)[]): Inherited | undefined {
  const present = layers.filter((layer) => layer !== undefined);
  if (present.length === 0) return undefined;
  return { layers: present, merged: present.map((layer) => layer.value).reduce((near, far) => mergeMaps(far, near)) };
}
