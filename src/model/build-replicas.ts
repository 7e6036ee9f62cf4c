import { isList, isMap, isUnknown } from './json-map.js';
import { itemFields, readAsWritten, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';
import type { Replica } from './model.js';
import { readDuration, readShare } from './read-units.js';
import { readAmount, readFlag, readText, readWord } from './read-values.js';
import { resolveKnownConditions, resolvePlaces } from './resolve-references.js';

const roles = ['active', 'primary', 'standby', 'replica', 'witness'] as const;
const replications = ['sync', 'semi-sync', 'async', 'none'] as const;
const readinesses = ['hot', 'warm', 'cold'] as const;

export interface WrittenReplicas {
  /** Those that exist: not planned. */
  readonly replicas: readonly Replica[];
  /** Some were written and all of them are planned. */
  readonly allPlanned: boolean;
  /** One of those written, planned ones too, shows that the service holds data. */
  readonly holdData: boolean;
}

const help = 'write them like `- { at: <place>, role: primary }`, a line each';

export function buildReplicas(linking: Linking, fields: Fields): WrittenReplicas {
  const value = fields.of.placements?.value ?? readAsWritten(fields, 'replicas');
  const none: WrittenReplicas = { replicas: [], allPlanned: false, holdData: false };
  if (value === undefined || isUnknown(value)) return none;
  if (!isList(value)) {
    const spot = { fields, path: ['replicas'], on: 'value' } as const;
    reportAt(linking, spot, { code: 'type', message: '`replicas` must be a list', help });
    return none;
  }
  const list = itemFields(fields, 'replicas', undefined);
  const replicas: Replica[] = [];
  let holdData = false;
  for (const [position, item] of value.entries()) {
    if (!isMap(item)) {
      const spot = { fields: list, path: [position], on: 'value' } as const;
      reportAt(linking, spot, { code: 'type', message: 'a replica must be a map', help });
      continue;
    }
    const replica = buildReplica(linking, itemFields(list, position, item), position);
    // What lags has something to lag with.
    holdData ||=
      replica.replication !== undefined ||
      replica.lag !== undefined ||
      replica.role === 'primary' ||
      replica.role === 'replica';
    if (replica.at === undefined || replica.at.length > 0) replicas.push(replica);
  }
  return { replicas, allPlanned: value.length > 0 && replicas.length === 0, holdData };
}

function buildReplica(linking: Linking, fields: Fields, position: number): Replica {
  return {
    position,
    name: readText(linking, fields, 'name'),
    at: resolvePlaces(linking, fields, 'at'),
    role: readWord(linking, fields, 'role', roles) ?? 'active',
    replication: readWord(linking, fields, 'replication', replications),
    lag: readDuration(linking, fields, 'lag'),
    readiness: readWord(linking, fields, 'readiness', readinesses),
    startup: readDuration(linking, fields, 'startup'),
    capacity: readShare(linking, fields, 'capacity'),
    votes: readAmount(linking, fields, 'votes'),
    promotable: readFlag(linking, fields, 'promotable'),
    failsWith: resolveKnownConditions(linking, fields),
  };
}
