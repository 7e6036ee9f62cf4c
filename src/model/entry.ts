import { below, keyOf, type KeyPath, type Place } from '../place.js';
import type { JsonObject, JsonValue } from '../source/json-value.js';
import type { SourceDocument } from '../source/source-document.js';

type SectionName =
  | 'locations'
  | 'domains'
  | 'tiers'
  | 'services'
  | 'replicas'
  | 'defaults'
  | 'drills'
  | 'scenarios'
  | 'limitations'
  | 'plans'
  | 'suppliers'
  | 'contacts'
  // A whole document, for what it says about itself.
  | 'document';

/** One thing as one document defines it. Its place is worked out only when somebody asks. */
export interface Entry<Value extends JsonValue = JsonObject> {
  readonly section: SectionName;
  /** The id under a section that is a map, the position in one that is a list; nothing under `defaults`, which is one thing itself. */
  readonly key: string | number | undefined;
  readonly document: SourceDocument;
  readonly value: Value;
}

/** Where an entry, or a path inside it, was written. */
export function placeInEntry(entry: Entry<JsonValue>, path: KeyPath = []): Place {
  const { file, index } = entry.document;
  const own: KeyPath =
    entry.section === 'document' ? [] : entry.key === undefined ? [entry.section] : [entry.section, entry.key];
  return below({ file, document: index, path: own, on: 'value' }, ...path);
}

/** The key that an entry was written under; an item of a list and a whole document have none, so there it is the thing itself. */
export function keyOfEntry(entry: Entry<JsonValue>): Place {
  const place = placeInEntry(entry);
  return typeof entry.key === 'number' || entry.section === 'document' ? place : keyOf(place);
}
