import { isList, isMap } from './json-map.js';
import { keysOf, read, readMap, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Objectives, SurvivedKind } from './model.js';
import { readDuration } from './read-units.js';
import { readSection, refuse } from './read-values.js';
import { sharedPart } from './shared-part.js';

/** What an inventory that says nothing promises: to survive the loss of a building. */
const builtInSurvive: readonly string[] = ['building'];

export function buildObjectives(linking: Linking, fields: Fields): Objectives {
  return sharedPart(linking.sharedObjectives, fields, 'objectives', () => readObjectives(linking, fields));
}

function readObjectives(linking: Linking, fields: Fields): Objectives {
  const own = readSection(linking, fields, 'objectives');
  const rto = own && readDuration(linking, own, 'rto');
  const rpo = own && readDuration(linking, own, 'rpo');
  const mtpd = own && readDuration(linking, own, 'mtpd');
  const downtime = own && readDuration(linking, own, 'downtime');
  const survive = own && readSurvive(linking, own, { rto, rpo });
  return { rto, rpo, mtpd, downtime, survive: survive ?? builtInSurvive.map((kind) => ({ kind, rto, rpo })) };
}

/** A list takes the general targets; in a map each kind may have targets of its own. */
function readSurvive(
  linking: Linking,
  fields: Fields,
  targets: Omit<SurvivedKind, 'kind'>,
): readonly SurvivedKind[] | undefined {
  const value = read(fields, 'survive');
  if (value === undefined) return undefined;
  if (isList(value)) {
    const kinds = new Set(value.filter((kind) => typeof kind === 'string'));
    if (value.some((kind) => typeof kind !== 'string')) refuse(linking, fields, 'survive', 'type', 'a list of kinds');
    return [...kinds].map((kind) => ({ kind, ...targets }));
  }
  const map = readMap(fields, 'survive');
  if (!isMap(value) || map === undefined) return refuse(linking, fields, 'survive', 'type', 'a list or a map of kinds');
  return keysOf(map).flatMap((kind) => {
    const own = readSection(linking, map, kind);
    if (own === undefined) return [];
    return {
      kind,
      rto: readDuration(linking, own, 'rto') ?? targets.rto,
      rpo: readDuration(linking, own, 'rpo') ?? targets.rpo,
    };
  });
}
