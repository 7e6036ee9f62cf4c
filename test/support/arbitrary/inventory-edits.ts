import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import { compact } from './raw-parts.js';

const isMap = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const mapOf = (value: JsonValue | undefined): JsonObject => (isMap(value) ? value : {});
export const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);
export const textsOf = (value: JsonValue | undefined): readonly string[] =>
  listOf(value).filter((entry) => typeof entry === 'string');

/** Whether a field is left out or said to be unknown. */
export const isOpen = (value: JsonValue | undefined): boolean => value === undefined || value === 'unknown';

export const serviceIds = (inventory: JsonObject): readonly string[] => Object.keys(mapOf(inventory['services']));

/** The same inventory, each service's replicas under the service. */
function gathered(inventory: JsonObject): JsonObject {
  const { replicas, ...rest } = inventory;
  const placed = mapOf(replicas);
  const services = Object.entries(mapOf(inventory['services'])).map(([id, service]) => [
    id,
    compact({ ...mapOf(service), replicas: placed[id] ?? mapOf(service)['replicas'] }),
  ]);
  return { ...rest, services: Object.fromEntries(services) };
}

/** With one service rewritten. */
export function withService(inventory: JsonObject, id: string, edit: (service: JsonObject) => JsonObject): JsonObject {
  const whole = gathered(inventory);
  const services = mapOf(whole['services']);
  return { ...whole, services: { ...services, [id]: edit(mapOf(services[id])) } };
}

export function serviceIn(inventory: JsonObject, id: string): JsonObject {
  return mapOf(mapOf(gathered(inventory)['services'])[id]);
}

function withEvery(inventory: JsonObject, edit: (service: JsonObject, id: string) => JsonObject): JsonObject {
  let edited = inventory;
  for (const id of serviceIds(inventory)) edited = withService(edited, id, (service) => edit(service, id));
  return edited;
}

/** Backups taken from all services but one; what held data still does. */
export function withoutBackups(inventory: JsonObject, but?: string): JsonObject {
  return withEvery(inventory, ({ backups, ...rest }, id) =>
    compact({
      ...rest,
      backups: id === but ? backups : undefined,
      data: rest['data'] ?? (backups !== undefined && backups !== 'none' ? {} : undefined),
    }),
  );
}

/** No place has a limit. */
export function withoutSiteLimits(inventory: JsonObject): JsonObject {
  const locations = Object.entries(mapOf(inventory['locations'])).map(([id, location]) => {
    const { capacity: _limit, ...rest } = mapOf(location);
    return [id, rest];
  });
  return { ...inventory, locations: Object.fromEntries(locations) };
}

/** Every place is there today. */
export function withoutPlans(inventory: JsonObject): JsonObject {
  const locations = Object.entries(mapOf(inventory['locations'])).map(([id, location]) => {
    const { status: _status, ...rest } = mapOf(location);
    return [id, rest];
  });
  return { ...inventory, locations: Object.fromEntries(locations) };
}

export const isServing = (replica: JsonObject): boolean =>
  isOpen(replica['role']) || replica['role'] === 'active' || replica['role'] === 'primary';

/** Every service says what it says itself, and nothing is inherited. */
export function withoutLayers(inventory: JsonObject): JsonObject {
  const { defaults: _defaults, tiers: _tiers, ...rest } = inventory;
  return withEvery(rest, ({ tier: _tier, ...service }) => service);
}
