import type { Place } from '../place.js';
import type { JsonObject, JsonValue } from '../source/json-value.js';
import type { SourceDocument } from '../source/source-document.js';
import { compareText } from './compare-text.js';
import { keyOfEntry, type Entry } from './entry.js';
import { isList, isMap } from './json-map.js';
import type { ProblemList } from './problem-list.js';

/** All documents of an inventory as one. Where an id is defined twice, the first definition stands here. */
export interface Sections {
  readonly locations: ReadonlyMap<string, Entry>;
  readonly domains: ReadonlyMap<string, Entry>;
  readonly tiers: ReadonlyMap<string, Entry>;
  readonly services: ReadonlyMap<string, Entry>;
  /** Placements from files of their own, by service; not yet checked to be lists. */
  readonly replicas: ReadonlyMap<string, Entry<JsonValue>>;
  readonly scenarios: ReadonlyMap<string, Entry>;
  readonly limitations: ReadonlyMap<string, Entry>;
  readonly plans: ReadonlyMap<string, Entry>;
  readonly suppliers: ReadonlyMap<string, Entry>;
  readonly contacts: ReadonlyMap<string, Entry>;
  readonly defaults: Entry | undefined;
  readonly drills: readonly Entry[];
  /** Each document as a whole, in order of file and position. */
  readonly documents: readonly Entry[];
}

const empty: JsonObject = {};

/** What an id in a section stands for, in the words of a message. */
const nouns = {
  locations: 'location',
  domains: 'domain',
  tiers: 'tier',
  services: 'service',
  replicas: 'replica list of',
  scenarios: 'scenario',
  limitations: 'limitation',
  plans: 'plan',
  suppliers: 'supplier',
  contacts: 'contact',
} as const;

type MapSection = keyof typeof nouns;

/** Puts the sections of all documents together, in an order that does not depend on the order of loading. */
export function collectSections(documents: readonly SourceDocument[], problems: ProblemList): Sections {
  const ordered = documents.toSorted((a, b) => compareText(a.file, b.file) || a.index - b.index);
  const drills: Entry[] = [];
  const whole: Entry[] = [];
  let defaults: Entry | undefined;
  for (const document of ordered) {
    if (!isMap(document.value)) {
      const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
      const help = 'begin it with `version: 1`, and put `locations:`, `services:` and the like below';
      problems.add({ code: 'type', message: 'an inventory document must be a map', at, help });
      continue;
    }
    whole.push({ section: 'document', key: undefined, document, value: document.value });
    const { drills: list, defaults: own } = document.value;
    if (list !== undefined && list !== null) collectDrills(document, list, drills, problems);
    if (own !== undefined && own !== null) {
      const entry = asEntry({ section: 'defaults', key: undefined, document, value: own }, problems);
      if (entry !== undefined && defaults !== undefined) reportDuplicate('`defaults`', defaults, entry, problems);
      else defaults = entry ?? defaults;
    }
  }
  const of = (section: MapSection): Map<string, Entry> =>
    collectMap(ordered, section, (entry) => asEntry(entry, problems), problems);
  const sections: Sections = {
    locations: of('locations'),
    domains: of('domains'),
    tiers: of('tiers'),
    services: of('services'),
    replicas: collectMap(ordered, 'replicas', (entry) => entry, problems),
    scenarios: of('scenarios'),
    limitations: of('limitations'),
    plans: of('plans'),
    suppliers: of('suppliers'),
    contacts: of('contacts'),
    defaults,
    drills,
    documents: whole,
  };
  reportSharedNames(sections, problems);
  return sections;
}

/** `accept` refuses what has the wrong shape, and reports it. */
function collectMap<Value extends JsonValue>(
  documents: readonly SourceDocument[],
  section: MapSection,
  accept: (entry: Entry<JsonValue>) => Entry<Value> | undefined,
  problems: ProblemList,
): Map<string, Entry<Value>> {
  const entries = new Map<string, Entry<Value>>();
  for (const document of documents) {
    if (!isMap(document.value)) continue;
    const map = document.value[section];
    if (map === undefined || map === null) continue;
    if (!isMap(map)) {
      reportShape({ section, key: undefined, document, value: map }, 'map', problems);
      continue;
    }
    for (const id of Object.keys(map)) {
      const entry = { section, key: id, document, value: map[id] ?? null };
      const first = entries.get(id);
      if (first !== undefined) {
        reportDuplicate(`${nouns[section]} \`${id}\``, first, entry, problems);
        continue;
      }
      const accepted = accept(entry);
      if (accepted !== undefined) entries.set(id, accepted);
    }
  }
  return entries;
}

function collectDrills(document: SourceDocument, list: JsonValue, drills: Entry[], problems: ProblemList): void {
  if (!isList(list)) {
    reportShape({ section: 'drills', key: undefined, document, value: list }, 'list', problems);
    return;
  }
  for (const [position, value] of list.entries()) {
    const entry = asEntry({ section: 'drills', key: position, document, value }, problems);
    if (entry !== undefined) drills.push(entry);
  }
}

/** An entry of a section that holds maps. An id with nothing behind it is a thing of which nothing is known. */
function asEntry(entry: Entry<JsonValue>, problems: ProblemList): Entry | undefined {
  if (isWhole(entry)) return entry;
  if (entry.value === null) return { ...entry, value: empty };
  reportShape(entry, 'map', problems);
  return undefined;
}

function isWhole(entry: Entry<JsonValue>): entry is Entry {
  return isMap(entry.value);
}

/** `lose` names places, shared risks and services alike, so an id must mean one thing among the three. */
function reportSharedNames({ locations, domains, services }: Sections, problems: ProblemList): void {
  for (const entries of [domains, services]) {
    for (const [id, entry] of entries) {
      const first = locations.get(id) ?? (entry.section === 'services' ? domains.get(id) : undefined);
      if (first === undefined) continue;
      problems.add({
        code: 'duplicate',
        message: `\`${id}\` is defined both under \`${first.section}\` and under \`${entry.section}\``,
        at: keyOfEntry(entry),
        help: '`lose` can name anything under `locations`, `domains` and `services`, so they share one set of names; rename one of the two',
        related: [{ at: keyOfEntry(first), label: 'first defined here' }],
      });
    }
  }
}

function reportDuplicate(what: string, first: Entry<JsonValue>, again: Entry<JsonValue>, problems: ProblemList): void {
  problems.add({
    code: 'duplicate',
    message: `${what} is defined twice`,
    at: keyOfEntry(again),
    help: 'any file may hold any section, but each id belongs in one of them',
    related: [{ at: keyOfEntry(first), label: 'first defined here' }],
  });
}

function reportShape(entry: Entry<JsonValue>, wanted: 'map' | 'list', problems: ProblemList): void {
  const message = `\`${entry.key ?? entry.section}\` must be a ${wanted}`;
  const help =
    wanted === 'map' ? 'write `key: value` lines below it' : 'write its items below it, with a dash before each';
  problems.add({ code: 'type', message, at: keyOfEntry(entry), help });
}
