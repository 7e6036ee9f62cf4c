import type { Replica } from '../../model/model.js';
import type { EffectiveField, Wording } from './effective-field.js';

export function replicaFields(
  replica: Replica,
  { text, duration, share, domains, conditions }: Wording,
): readonly EffectiveField[] {
  const { position, failsWith } = replica;
  const fields = {
    name: replica.name,
    at: domains(replica.at),
    role: replica.role,
    replication: replica.replication,
    lag: duration(replica.lag),
    readiness: replica.readiness,
    startup: duration(replica.startup),
    capacity: share(replica.capacity),
    votes: text(replica.votes),
    promotable: text(replica.promotable),
    failsWith: failsWith.length === 0 ? undefined : conditions(failsWith),
  };
  return Object.entries(fields).map(([field, value]) => ({ path: ['replicas', position, field], text: value }));
}
