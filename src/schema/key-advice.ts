import type { FieldTable } from './field-table.js';
import { nearestWord } from './nearest-word.js';
import { nouns } from './nouns.js';
import { quoted, quotedList } from './quoted.js';
import { unseenCharacter } from './unseen-character.js';

/** Words from other tools and other habits for fields of ours. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['dependencies', ['dependsOn']],
  ['depends', ['dependsOn']],
  ['needs', ['dependsOn', 'uses']],
  ['requires', ['dependsOn', 'uses']],
  ['location', ['at', 'locations']],
  ['datacenter', ['at', 'locations', 'location']],
  ['datacenters', ['locations', 'at']],
  ['dc', ['at', 'location']],
  ['site', ['at', 'location']],
  ['sites', ['locations', 'at']],
  ['zone', ['at']],
  ['region', ['at']],
  ['parent', ['in']],
  ['type', ['kind']],
  ['team', ['owner']],
  ['criticality', ['tier']],
  ['description', ['notes']],
  ['title', ['name']],
  ['placements', ['replicas']],
  ['instances', ['replicas']],
  ['interval', ['every']],
  ['frequency', ['every']],
  ['mttr', ['rto']],
  ['mtd', ['mtpd']],
  ['sharedrisks', ['domains']],
  ['exercises', ['drills']],
  ['until', ['expires']],
  ['expiry', ['expires']],
  ['approver', ['approvedBy']],
  ['building', ['location']],
  ['justification', ['reason']],
  ['issue', ['ticket']],
]);

/** What to write instead of a key that a map of fields does not have. `those`: what its keys are called. */
export function keyAdvice(key: string, fields: string, table: FieldTable, those: string): string {
  const own = Object.keys(table[fields] ?? {}).filter((name) => name !== '$schema');
  const unseen = unseenCharacter(key);
  if (unseen !== undefined) return `${unseen} is part of the key; take it out, and indent with plain spaces`;
  const colon = key.indexOf(':');
  if (colon > 0 && own.includes(key.slice(0, colon))) {
    return `a space is missing after the colon: write ${quoted(`${key.slice(0, colon)}: ${key.slice(colon + 1)}`)}`;
  }
  const near = nearestWord(key, own);
  if (near !== undefined && plainly(near) === plainly(key)) return `did you mean ${quoted(near)}?`;
  const elsewhere = whereItBelongs(key, fields, table);
  if (elsewhere !== undefined) return elsewhere;
  const meant = otherNames.get(plainly(key))?.find((name) => own.includes(name)) ?? near;
  if (meant !== undefined) return `did you mean ${quoted(meant)}?`;
  const free = 'a key of your own begins with `x-`';
  return own.length > 0 && own.length <= 18 ? `${those} are ${quotedList(own, 'and')}; ${free}` : free;
}

/** The nearest other map of fields that has this very key: below first, then beside and above. */
function whereItBelongs(key: string, fields: string, table: FieldTable): string | undefined {
  // A key that many maps have, such as `name`, says nothing about where it was meant to be.
  if (Object.keys(table).filter((name) => hasField(table, name, key)).length > 4) return undefined;
  const seen = new Set([fields]);
  let ring = [fields];
  for (let depth = 0; depth < 2; depth += 1) {
    const next: string[] = [];
    for (const from of ring) {
      for (const [name, below] of Object.entries(table[from] ?? {})) {
        for (const child of below) {
          if (seen.has(child.fields)) continue;
          seen.add(child.fields);
          next.push(child.fields);
          if (hasField(table, child.fields, key)) return `${quoted(key)} belongs ${under(name, child.via)}`;
        }
      }
    }
    for (const [parent, keys] of Object.entries(table)) {
      if (seen.has(parent) || !Object.values(keys).some((list) => list.some((child) => ring.includes(child.fields)))) {
        continue;
      }
      seen.add(parent);
      next.push(parent);
      if (hasField(table, parent, key)) return `${quoted(key)} is a field of ${nounOf(parent)}`;
    }
    ring = next;
  }
  return undefined;
}

function under(name: string, via: 'value' | 'item' | 'entry'): string {
  if (via === 'value') return `under ${quoted(name)}`;
  return `in ${via === 'item' ? 'an item' : 'an entry'} of ${quoted(name)}`;
}

/** How a map of fields is called in a sentence. */
export function nounOf(fields: string): string {
  return fields === '' ? 'the document, at the top' : (nouns.get(fields) ?? quoted(fields));
}

function hasField(table: FieldTable, fields: string, key: string): boolean {
  const keys = table[fields];
  return keys !== undefined && Object.hasOwn(keys, key);
}

function plainly(word: string): string {
  return word.slice(0, 60).toLowerCase().replaceAll(/[-_ ]/g, '');
}
