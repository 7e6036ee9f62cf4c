import type { JsonObject } from '../../../src/source/json-value.js';
import type { OracleEvent } from './facts.js';
import { oracleSimulate } from './oracle-simulate.js';

export type Answer = readonly [state: string, recovery: string, loss: string, via: string];

const minutes = (seconds: number | null): string => (seconds === null ? 'never' : `${seconds / 60}m`);

/** `a` where both bounds agree, else `best..worst`. */
const range = (best: string, worst: string): string => (best === worst ? best : `${best}..${worst}`);

export function answers(inventory: JsonObject, event: OracleEvent): Record<string, Answer> {
  const result: Record<string, Answer> = {};
  for (const service of oracleSimulate(inventory, event).services) {
    result[service.id] = [
      range(service.state.best, service.state.worst),
      range(minutes(service.recovery.best), minutes(service.recovery.worst)),
      range(minutes(service.loss.best), minutes(service.loss.worst)).replace(/never/, 'all'),
      service.via,
    ];
  }
  return result;
}

export const unharmed: Answer = ['up', '0m', '0m', 'none'];

/** Two buildings in two regions, every place with its region, building and datacenter known. */
export const twoBuildings: JsonObject = {
  north: { kind: 'region' },
  south: { kind: 'region' },
  'building-n': { kind: 'building', in: 'north' },
  'building-s': { kind: 'building', in: 'south' },
  n1: { kind: 'datacenter', in: 'building-n' },
  n2: { kind: 'datacenter', in: 'building-n' },
  s1: { kind: 'datacenter', in: 'building-s' },
};

export const timed: JsonObject = { mode: 'automatic', detect: '1m', execute: '2m', uses: [] };

export function estate(services: JsonObject, rest: JsonObject = {}): JsonObject {
  return { version: 1, locations: twoBuildings, services, ...rest };
}
