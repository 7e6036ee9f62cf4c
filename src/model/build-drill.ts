import type { Entry } from './entry.js';
import { isList, isMap } from './json-map.js';
import { fieldsOf, itemFields, keysOf, read, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Drill } from './model.js';
import { readDate, readDuration } from './read-units.js';
import { readSection, readText, readWord, refuse } from './read-values.js';
import { resolveKey, resolveList, resolveTargets } from './resolve-references.js';
import { writtenAlone } from './written.js';

const results = ['recovered', 'partial', 'failed'] as const;

export function buildDrill(linking: Linking, index: number, entry: Entry): Drill {
  const fields = fieldsOf(writtenAlone(entry));
  const kind = readText(linking, fields, 'kind');
  return {
    index,
    date: requireDate(linking, fields),
    kind,
    isTalk: kind === 'tabletop',
    lose: resolveTargets(linking, fields, 'lose') ?? { domains: [], services: [] },
    services: resolveList(linking, fields, 'services', 'service'),
    result: readWord(linking, fields, 'result', results),
    measured: readMeasured(linking, fields),
    digests: readDigests(linking, fields),
    evidence: readText(linking, fields, 'evidence'),
    findings: readFindings(linking, fields),
  };
}

/** The schema asks for it; a drill of unknown date would prove anything. */
function requireDate(linking: Linking, fields: Fields): string {
  if (read(fields, 'date') === undefined) refuse(linking, fields, 'date', 'type', 'given');
  return readDate(linking, fields, 'date') ?? '';
}

function readMeasured(linking: Linking, fields: Fields): Drill['measured'] {
  const measured = new Map<number, { readonly rto: number | undefined; readonly rpo: number | undefined }>();
  const map = readSection(linking, fields, 'measured');
  for (const id of map === undefined ? [] : keysOf(map)) {
    const [service] = map === undefined ? [] : resolveKey(linking, map, id, 'service');
    const own = map && readSection(linking, map, id);
    if (service === undefined || own === undefined) continue;
    measured.set(service, { rto: readDuration(linking, own, 'rto'), rpo: readDuration(linking, own, 'rpo') });
  }
  return measured;
}

function readDigests(linking: Linking, fields: Fields): Drill['digests'] {
  const digests = new Map<number, string>();
  const map = readSection(linking, fields, 'digests');
  for (const id of map === undefined ? [] : keysOf(map)) {
    const [service] = map === undefined ? [] : resolveKey(linking, map, id, 'service');
    const digest = map && readText(linking, map, id);
    if (service !== undefined && digest !== undefined) digests.set(service, digest);
  }
  return digests;
}

function readFindings(linking: Linking, fields: Fields): Drill['findings'] {
  const value = read(fields, 'findings');
  if (value === undefined) return undefined;
  if (!isList(value)) return refuse(linking, fields, 'findings', 'type', 'a list');
  return value.flatMap((item, position) => {
    if (!isMap(item)) return [];
    const own = itemFields(itemFields(fields, 'findings', undefined), position, item);
    return {
      what: readText(linking, own, 'what') ?? '',
      owner: readText(linking, own, 'owner'),
      due: readDate(linking, own, 'due'),
      closed: readDate(linking, own, 'closed'),
    };
  });
}
