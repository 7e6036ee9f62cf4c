import { findOrigin } from './find-origin.js';
import { keysOf, pathOf, read, readMap, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';
import type { Dependency, ServiceIndex } from './model.js';
import { readSection, readWord } from './read-values.js';
import { resolveKey, resolveList } from './resolve-references.js';

const kinds = ['hard', 'soft', 'startup'] as const;

/** `self`: the service that depends; `undefined` for a tier or the defaults. */
export function buildDependencies(
  linking: Linking,
  fields: Fields,
  self: ServiceIndex | undefined,
): readonly Dependency[] {
  if (read(fields, 'dependsOn') === 'none') return [];
  const map = readSection(linking, fields, 'dependsOn');
  if (map === undefined) return [];
  const dependencies: Dependency[] = [];
  for (const key of keysOf(map)) {
    const kind = readKind(linking, map, key);
    const facts = readMap(map, key);
    const isChoice = facts !== undefined && read(facts, 'anyOf') !== undefined;
    const services = isChoice
      ? resolveList(linking, facts, 'anyOf', 'service')
      : resolveKey(linking, map, key, 'service');
    if (services === undefined || services.length === 0) continue;
    if (self !== undefined && services.includes(self)) reportSelf(linking, isChoice ? facts : map, isChoice, key, self);
    else dependencies.push({ key, kind, anyOf: services });
  }
  return dependencies;
}

/** A dependency of unknown kind counts as hard: nothing left out may improve a result. */
function readKind(linking: Linking, map: Fields, key: string): Dependency['kind'] {
  const facts = readMap(map, key);
  if (facts !== undefined) return readWord(linking, facts, 'kind', kinds) ?? 'hard';
  return readWord(linking, map, key, kinds) ?? 'hard';
}

/**
 * A service that says it depends on itself is mistaken. One that is told so by its tier or the defaults is
 * not: `dns` among services that all depend on `dns` has nothing to wait for.
 */
function reportSelf(linking: Linking, fields: Fields, isChoice: boolean, key: string, self: ServiceIndex): void {
  const path = [isChoice ? 'anyOf' : key];
  if (findOrigin(fields.of, pathOf(fields, ...path)).layer !== 'service') return;
  reportAt(
    linking,
    { fields, path, on: isChoice ? 'value' : 'key' },
    {
      code: 'reference',
      message: `\`${linking.names.serviceIds[self] ?? key}\` depends on itself`,
      help: 'take it out of `dependsOn`',
    },
  );
}
