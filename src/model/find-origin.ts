import type { KeyPath, Place } from '../place.js';
import type { JsonValue } from '../source/json-value.js';
import { keyOfEntry, placeInEntry, type Entry } from './entry.js';
import { isList, isMap, isUnknown, ownValue } from './json-map.js';
import { isReplacedByAlternative } from './merge-maps.js';
import type { Origin } from './model.js';
import type { Written } from './written.js';

/** Where the effective value at a path comes from, found again from the text instead of being kept for every field. */
export function findOrigin(written: Written, path: KeyPath): Origin {
  const [first, ...rest] = path;
  if (first === 'replicas' && written.placements !== undefined) {
    return search([{ entry: written.placements, path: rest }], path, keyOfEntry(written.entry));
  }
  const layers = [written.entry, ...(written.inherited?.layers ?? [])].map((entry) => ({ entry, path }));
  const origin = search(layers, path, keyOfEntry(written.entry));
  const shared = origin.layer === 'absent' ? sharedTarget(path) : undefined;
  return shared === undefined ? origin : findOrigin(written, shared);
}

/** Where a field was written in the thing's own entry; `undefined` if it was not. */
export function findPlace(written: Written, path: KeyPath): Place | undefined {
  const [first, ...rest] = path;
  const [entry, below] =
    first === 'replicas' && written.placements !== undefined ? [written.placements, rest] : [written.entry, path];
  return look(entry.value, below).found ? placeInEntry(entry, below) : undefined;
}

function search(
  layers: readonly { readonly entry: Entry<JsonValue>; readonly path: KeyPath }[],
  path: KeyPath,
  key: Place,
): Origin {
  for (const layer of layers) {
    const seen = look(layer.entry.value, layer.path);
    if (!seen.found && !seen.final) continue;
    const place = placeInEntry(layer.entry, layer.path);
    if (seen.found && !isUnknown(seen.value)) return { layer: layerName(layer.entry), place };
    return { layer: hasBuiltIn(path) ? 'built-in' : 'absent', place: seen.found ? place : key };
  }
  return { layer: hasBuiltIn(path) ? 'built-in' : 'absent', place: key };
}

/** `final`: not there, and no farther layer can put anything there. */
type Seen = { readonly found: true; readonly value: JsonValue } | { readonly found: false; readonly final: boolean };

function look(value: JsonValue, path: KeyPath): Seen {
  let here = value;
  let inside: string | number | undefined;
  let inList = false;
  for (const key of path) {
    let next: JsonValue | undefined;
    if (isList(here)) {
      inList = true;
      next = typeof key === 'number' ? here[key] : undefined;
    } else if (isMap(here)) {
      const name = String(key);
      next = ownValue(here, name);
      if (next === undefined && !inList) {
        return { found: false, final: isReplacedByAlternative(here, name, inside) };
      }
    }
    if (next === undefined) return { found: false, final: true };
    here = next;
    inside = key;
  }
  return { found: true, value: here };
}

function layerName(entry: Entry<JsonValue>): 'service' | 'tier' | 'defaults' {
  if (entry.section === 'tiers') return 'tier';
  return entry.section === 'defaults' ? 'defaults' : 'service';
}

/** Fields for which the format itself has a value. */
function hasBuiltIn(path: KeyPath): boolean {
  const [first, second, third] = path;
  if (path.length === 1) return first === 'kind' || first === 'minCapacity';
  if (path.length === 2) return first === 'objectives' && second === 'survive';
  return path.length === 3 && first === 'replicas' && typeof second === 'number' && third === 'role';
}

/** A kind of loss without a target of its own has the target of the service. */
function sharedTarget(path: KeyPath): KeyPath | undefined {
  const [first, second, , target] = path;
  const isTarget = path.length === 4 && first === 'objectives' && second === 'survive';
  return isTarget && (target === 'rto' || target === 'rpo') ? ['objectives', target] : undefined;
}
