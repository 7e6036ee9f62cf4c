import type { JsonValue } from '../source/json-value.js';
import type { Entry } from './entry.js';

/** Ids of the locations that are planned, or lie in one that is. Circles of `in` are walked once and left to others to report. */
export function findPlanned(locations: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const planned = new Set<string>();
  const settled = new Set<string>();
  for (const start of locations.keys()) {
    const walked: string[] = [];
    let id: string | undefined = start;
    let isPlanned = false;
    while (id !== undefined && !settled.has(id)) {
      settled.add(id);
      walked.push(id);
      const value: Entry['value'] | undefined = locations.get(id)?.value;
      isPlanned = value?.['status'] === 'planned';
      if (isPlanned) break;
      const parent: JsonValue | undefined = value?.['in'];
      id = typeof parent === 'string' && locations.has(parent) ? parent : undefined;
    }
    if (!isPlanned && (id === undefined || !planned.has(id))) continue;
    for (const inside of walked) planned.add(inside);
  }
  return planned;
}
