import type { DomainIndex, FailureDomain, Model, Replica, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { CannotKnow, Spot } from '../judgement.js';

/** A building, and what lies inside one. */
const withinWalls: ReadonlySet<string> = new Set(['building', 'datacenter', 'hall', 'room', 'rack']);

export function isWithinWalls({ kind, section }: FailureDomain): boolean {
  return section === 'locations' && withinWalls.has(kind);
}

/** The replicas that could serve or hold data: all but witnesses. */
export function copiesOf({ replicas }: Service): readonly Replica[] {
  return replicas.filter(({ role }) => role !== 'witness');
}

/** The distinct places the copies name. */
export function placesOf(service: Service): ReadonlySet<DomainIndex> {
  return new Set(copiesOf(service).flatMap(({ at }) => at ?? []));
}

/** Says which replica's place, or that the replicas themselves, must be written down first. */
export function unknownPlaces(service: Service): CannotKnow {
  const owner = { type: 'service', index: service.index } as const;
  const unknown = copiesOf(service).filter(({ at }) => at === undefined);
  return {
    outcome: 'unknown',
    missing:
      unknown.length === 0
        ? [{ owner, path: ['replicas'] }]
        : unknown.map(({ position }) => ({ owner, path: ['replicas', position, 'at'] })),
  };
}

/** Up to two copies and the domain that takes them all, as spots of a finding. */
export function sharedFateSpots(model: Model, service: Service, shared: DomainIndex): readonly [Spot, ...Spot[]] {
  const entity = { type: 'service', index: service.index } as const;
  const [first, ...others] = copiesOf(service);
  const spot = ({ position, role, name }: Replica): Spot => ({
    at: model.place(entity, ['replicas', position, 'at']),
    label: name === undefined ? role : `${role} ${name}`,
  });
  const id = model.domains[shared]?.id ?? '';
  return [
    first === undefined ? { at: model.place(entity), label: service.id } : spot(first),
    ...others.slice(0, 1).map(spot),
    {
      at: model.place({ type: 'domain', index: shared }),
      label: others.length === 0 ? `it stands in ${id}` : `${id} takes them all`,
    },
  ];
}

/**
 * Why losing this domain is no finding of placement: the service comes back elsewhere all the same. In time, or late by
 * what its own steps take, which is a finding on those steps; losing too much data meanwhile is one on its copies.
 */
export function comesBackElsewhere(facts: Facts, service: Service, kind: string): boolean {
  const promises = facts
    .promisesOf(service.index)
    .filter((promise) => promise.kind === kind && promise.target !== undefined);
  return (
    promises.length > 0 &&
    promises.every((promise) => {
      if (promise.verdict !== 'broken') return promise.verdict === 'kept';
      const own = facts.missesBy(service.index).find((miss) => miss.promise === promise)?.culprit.derivation.via;
      return own === 'failover' || own === 'rebuild' || own === 'restore';
    })
  );
}

/** Whether the service says that it is to survive this kind of loss, with a target. */
export function isPromised(facts: Facts, service: Service, kind: string): boolean {
  return facts.promisesOf(service.index).some((promise) => promise.kind === kind && promise.target !== undefined);
}
