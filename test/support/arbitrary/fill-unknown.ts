import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import { isOpen, isServing, listOf, mapOf, serviceIds, serviceIn, withService } from './inventory-edits.js';

/** One field that is left out or unknown, and the values that it may turn out to have. */
interface Gap {
  readonly label: string;
  fill(value: number): JsonObject;
}

const DURATIONS = ['0s', '1m', '10m', '1h', '2d'];

const at = <T>(values: readonly T[], index: number): T | undefined => values[index % values.length];

/**
 * The unknowns of an inventory without layers, as the format means the word: fields of which nothing is assumed.
 * Those with a default, and those whose absence says *no*, are not among them.
 */
export function gapsOf(inventory: JsonObject): readonly Gap[] {
  const places = Object.entries(mapOf(inventory['locations'])).flatMap(([id, location]) =>
    mapOf(location)['status'] === 'planned' ? [] : [id],
  );
  const gaps: Gap[] = [];
  for (const id of serviceIds(inventory)) {
    const service = serviceIn(inventory, id);
    const add = (label: string, values: readonly JsonValue[], edit: (value: JsonValue) => JsonObject): void => {
      gaps.push({
        label: `${id} ${label}`,
        fill: (index) => withService(inventory, id, () => edit(at(values, index) ?? null)),
      });
    };
    const recovery = mapOf(service['recovery']);
    const inRecovery = (key: string, values: readonly JsonValue[]): void => {
      if (isOpen(recovery[key])) {
        add(key, values, (value) => ({ ...service, recovery: { ...recovery, [key]: value } }));
      }
    };
    inRecovery('detect', DURATIONS);
    inRecovery('execute', DURATIONS);
    inRecovery('mode', ['automatic', 'manual']);
    if (recovery['mode'] !== 'automatic') inRecovery('decide', DURATIONS);
    inRecovery('uses', [[], ...serviceIds(inventory).map((other) => [other])]);
    const rebuild = mapOf(recovery['rebuild']);
    if (recovery['rebuild'] !== undefined) {
      const inRebuild = (key: string, values: readonly JsonValue[]): void => {
        if (!isOpen(rebuild[key])) return;
        add(`rebuild.${key}`, values, (value) => ({
          ...service,
          recovery: { ...recovery, rebuild: { ...rebuild, [key]: value } },
        }));
      };
      inRebuild('takes', DURATIONS);
      inRebuild('to', places);
    }
    const replicas = listOf(service['replicas']).map(mapOf);
    for (const [position, replica] of replicas.entries()) {
      const inReplica = (key: string, values: readonly JsonValue[]): void => {
        if (!isOpen(replica[key])) return;
        add(`replicas.${position}.${key}`, values, (value) => ({
          ...service,
          replicas: replicas.with(position, { ...replica, [key]: value }),
        }));
      };
      inReplica('at', places);
      if (replica['replication'] !== 'sync') inReplica('lag', DURATIONS);
      if (replica['readiness'] !== 'hot') inReplica('startup', DURATIONS);
      const others = isServing(replica) ? replicas.filter(isServing) : replicas;
      if (others.some((other) => !isOpen(other['capacity']))) inReplica('capacity', ['0%', '30%', '70%', '100%']);
    }
    if (replicas.length === 0 && service['failsWith'] === undefined) {
      add('failsWith', [[], ...places.map((place) => [place])], (value) => ({ ...service, failsWith: value }));
    }
  }
  return gaps;
}
