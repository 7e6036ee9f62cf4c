import type { MissingField } from '../../../src/analysis/outcome.js';
import type { Model } from '../../../src/model/model.js';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import { listOf, mapOf, withService } from '../../support/arbitrary/inventory-edits.js';

/** A place that no loss in the inventory takes, and that is known to: with a domain of every kind, all its own. */
const haven = 'haven';
/** An account that nothing else stands on. */
const apart = 'account-of-its-own';
const known = 'account-of-the-service';

export function withHaven(inventory: JsonObject): JsonObject {
  const sections = [mapOf(inventory['locations']), mapOf(inventory['domains'])];
  const kinds = new Set([
    'datacenter',
    ...sections.flatMap((section) => Object.values(section).map((one) => mapOf(one)['kind'] ?? 'datacenter')),
  ]);
  const own = [...kinds].flatMap((kind) => (typeof kind === 'string' ? [[`${haven}-${kind}`, { kind }] as const] : []));
  return {
    ...inventory,
    locations: { ...mapOf(inventory['locations']), [haven]: { kind: 'hall', failsWith: own.map(([id]) => id) } },
    domains: {
      ...mapOf(inventory['domains']),
      ...Object.fromEntries(own),
      [apart]: { kind: 'account' },
      [known]: { kind: 'account' },
    },
  };
}

const bestValues: Readonly<Record<string, JsonValue>> = {
  uses: [],
  dependsOn: 'none',
  to: [haven],
  at: [haven],
  capacity: '1000%',
  rate: '1TB/s',
  // Not nothing, or no rate would matter.
  size: '1MB',
  immutable: true,
  failsWith: [apart],
};

/** The inventory with one field at the best that it may be. */
export function fillField(inventory: JsonObject, { services, domains }: Model, field: MissingField): JsonObject {
  const { owner, path } = field;
  if (path.length === 1 && path[0] === 'replicas') {
    // Nothing is better than to stand on nothing.
    return withService(inventory, services[owner.index]?.id ?? '', (service) => ({ ...service, failsWith: [] }));
  }
  if (owner.type === 'domain') {
    const id = domains[owner.index]?.id ?? '';
    const places = mapOf(inventory['locations']);
    const place = mapOf(places[id]);
    const failsWith = place['failsWith'];
    const before = Array.isArray(failsWith) ? failsWith : failsWith === undefined ? [] : [failsWith];
    return { ...inventory, locations: { ...places, [id]: { ...place, failsWith: [...before, haven] } } };
  }
  const own = path.length === 1 && path[0] === 'failsWith' ? [known] : undefined;
  const value = own ?? bestValues[String(path.at(-1))] ?? '0s';
  return withService(inventory, services[owner.index]?.id ?? '', (service) => mapOf(put(service, path, value)));
}

function put(into: JsonValue | undefined, path: MissingField['path'], value: JsonValue): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') return listOf(into).with(key, put(listOf(into)[key], rest, value));
  return { ...mapOf(into), [key]: put(mapOf(into)[key], rest, value) };
}
