import type { Model, Replica } from '../model/model.js';
import { inWords } from './in-words.js';

/** What a replica is and where: `standby at b`. */
export function replicaName({ domains }: Model, { role, name, at }: Replica): string {
  const places = at?.map((domain) => domains[domain]?.id ?? '') ?? ['an unknown place'];
  return `${role} ${name === undefined ? '' : `${name} `}at ${inWords(places)}`;
}
