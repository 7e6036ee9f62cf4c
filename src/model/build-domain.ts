import type { Entry } from './entry.js';
import { isList } from './json-map.js';
import { fieldsOf, read, readAsWritten, type Fields } from './layer-fields.js';
import { buildFacility } from './build-facility.js';
import type { Linking } from './linking.js';
import type { DomainIndex, FailureDomain } from './model.js';
import { readDuration } from './read-units.js';
import { readAmount, readText, refuse } from './read-values.js';
import { resolveKnownConditions, resolveOne } from './resolve-references.js';
import { writtenAlone } from './written.js';

/** Reads a location or a domain. */
export function buildDomain(linking: Linking, index: DomainIndex, id: string, entry: Entry): FailureDomain {
  const fields = fieldsOf(writtenAlone(entry));
  const isPlace = entry.section === 'locations';
  return {
    index,
    id,
    section: isPlace ? 'locations' : 'domains',
    // A short inventory names datacenters; who writes `unknown` says that it may be anything.
    kind:
      readText(linking, fields, 'kind') ??
      (isPlace && readAsWritten(fields, 'kind') !== 'unknown' ? 'datacenter' : 'unknown'),
    name: readText(linking, fields, 'name'),
    parent: isPlace ? resolveOne(linking, fields, 'in', 'location') : undefined,
    failsWith: resolveKnownConditions(linking, fields),
    operator: isPlace ? readText(linking, fields, 'operator') : undefined,
    coordinates: isPlace ? readCoordinates(linking, fields) : undefined,
    capacity: isPlace ? readAmount(linking, fields, 'capacity') : undefined,
    lasts: readDuration(linking, fields, 'lasts'),
    facility: isPlace ? buildFacility(linking, fields) : undefined,
  };
}

function readCoordinates(linking: Linking, fields: Fields): readonly [number, number] | undefined {
  const value = read(fields, 'coordinates');
  if (value === undefined) return undefined;
  const [latitude, longitude] = isList(value) ? value : [];
  if (typeof latitude === 'number' && typeof longitude === 'number') return [latitude, longitude];
  return refuse(linking, fields, 'coordinates', 'type', 'a list of latitude and longitude');
}
