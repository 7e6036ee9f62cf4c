import type { KeyPath } from '../place.js';
import type { JsonValue } from '../source/json-value.js';
import { isList, isMap } from './json-map.js';
import { read, type Fields } from './layer-fields.js';
import { reportAt, type Linking, type Spot } from './linking.js';
import type { FailCondition, Targets } from './model.js';
import type { Named } from './name-table.js';
import { reportReference, type Wanted } from './report-reference.js';

/** Most lists are empty or name one thing: those are not copied again and again. */
const nothing: readonly never[] = [];

/** The single thing that a field names; `undefined` if none is named, or a planned one. */
export function resolveOne(linking: Linking, fields: Fields, key: string, wanted: Wanted): number | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  return known(lookUp(linking, value, wanted) ?? refuse(linking, value, wanted, at(fields, key)));
}

/** What an id that is itself a key of a map stands for. */
export function resolveKey(linking: Linking, fields: Fields, key: string, wanted: Wanted): readonly number[] {
  const named = lookUp(linking, key, wanted) ?? refuse(linking, key, wanted, { fields, path: [key], on: 'key' });
  return named === undefined ? nothing : named.alone;
}

/**
 * Everything that a field names: one id or a list of them. Planned things are left out, so that a list
 * which names nothing else is empty, not `undefined`.
 */
export function resolveList(
  linking: Linking,
  fields: Fields,
  key: string,
  wanted: Wanted,
): readonly number[] | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  if (isList(value)) return indicesOf(resolveItems(linking, value, wanted, fields, [key]));
  const named = lookUp(linking, value, wanted) ?? refuse(linking, value, wanted, at(fields, key));
  return named === undefined ? nothing : named.alone;
}

/** Places where something stands or can be put; empty where all of them are only planned. */
export function resolvePlaces(linking: Linking, fields: Fields, key: string): readonly number[] | undefined {
  const written = read(fields, key);
  if (isList(written) && written.length === 0) reportShape(linking, at(fields, key), 'at least one place');
  return resolveList(linking, fields, key, 'location');
}

/** Failure domains and services in one list. */
export function resolveTargets(linking: Linking, fields: Fields, key: string): Targets | undefined {
  const value = read(fields, key);
  if (value === undefined) return undefined;
  const named = isList(value)
    ? resolveItems(linking, value, 'anything', fields, [key])
    : [lookUp(linking, value, 'anything') ?? refuse(linking, value, 'anything', at(fields, key))];
  return {
    domains: indicesOf(named.filter((one) => one?.section !== 'services')),
    services: indicesOf(named.filter((one) => one?.section === 'services')),
  };
}

/** A `failsWith`. Planned members leave their group, and a group without members goes: neither can fail yet. */
export function resolveConditions(linking: Linking, fields: Fields): readonly FailCondition[] | undefined {
  const value = read(fields, 'failsWith');
  if (value === undefined) return undefined;
  if (!isList(value)) {
    reportShape(linking, at(fields, 'failsWith'), 'a list');
    return undefined;
  }
  if (value.length === 0) return nothing;
  const conditions: FailCondition[] = [];
  for (const [position, item] of value.entries()) {
    const members = resolveCondition(linking, fields, item, position);
    if (members.length > 0) conditions.push(members);
  }
  return conditions;
}

/** A `failsWith` of something for which leaving it out and `[]` are the same. */
export function resolveKnownConditions(linking: Linking, fields: Fields): readonly FailCondition[] {
  return resolveConditions(linking, fields) ?? nothing;
}

function resolveCondition(linking: Linking, fields: Fields, item: JsonValue, position: number): FailCondition {
  const wanted = 'failure domain';
  const group = isMap(item) ? item['allOf'] : undefined;
  if (group === undefined) {
    return indicesOf([
      lookUp(linking, item, wanted) ?? refuse(linking, item, wanted, at(fields, 'failsWith', position)),
    ]);
  }
  const path: KeyPath = ['failsWith', position, 'allOf'];
  if (isList(group)) return indicesOf(resolveItems(linking, group, wanted, fields, path));
  reportShape(linking, at(fields, ...path), 'a list');
  return nothing;
}

function resolveItems(
  linking: Linking,
  ids: readonly JsonValue[],
  wanted: Wanted,
  fields: Fields,
  path: KeyPath,
): readonly (Named | undefined)[] {
  return ids.map(
    (id, position) => lookUp(linking, id, wanted) ?? refuse(linking, id, wanted, at(fields, ...path, position)),
  );
}

/** The thing of that name, if it is of the wanted sort. */
function lookUp(linking: Linking, value: JsonValue, wanted: Wanted): Named | undefined {
  const named = typeof value === 'string' ? linking.names.byId.get(value) : undefined;
  return named !== undefined && fits(named, wanted) ? named : undefined;
}

function refuse(linking: Linking, value: JsonValue, wanted: Wanted, spot: Spot): undefined {
  if (typeof value === 'string') reportReference(linking, value, linking.names.byId.get(value), wanted, spot);
  else reportShape(linking, spot, 'an id');
  return undefined;
}

function fits({ section }: Named, wanted: Wanted): boolean {
  if (wanted === 'anything') return true;
  if (wanted === 'location') return section === 'locations';
  return (section === 'services') === (wanted === 'service');
}

function known(named: Named | undefined): number | undefined {
  return named === undefined || named.index < 0 ? undefined : named.index;
}

/** Each index once, in the order written, without what is planned. */
function indicesOf(named: readonly (Named | undefined)[]): readonly number[] {
  if (named.length === 1) return named[0]?.alone ?? nothing;
  const indices: number[] = [];
  for (const one of named) {
    const index = known(one);
    if (index !== undefined) indices.push(index);
  }
  return indices.length < 2 ? indices : [...new Set(indices)];
}

function at(fields: Fields, ...path: KeyPath): Spot {
  return { fields, path, on: 'value' };
}

function reportShape(linking: Linking, spot: Spot, wanted: string): void {
  const field = spot.path.findLast((key) => typeof key === 'string') ?? '';
  const help = 'firebreak schema tells of each field what it takes';
  reportAt(linking, spot, { code: 'type', message: `\`${field}\` takes ${wanted}`, help });
}
