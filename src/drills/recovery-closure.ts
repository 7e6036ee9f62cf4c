import type { DomainIndex, Model, Service, ServiceIndex } from '../model/model.js';

/** Everything that must recover or be there for a service to recover, itself not counted; by index. */
export function servicesBehind({ services }: Model, start: ServiceIndex): readonly ServiceIndex[] {
  const found = new Set([start]);
  // A set is walked in the order of its entries, those added on the way included.
  for (const index of found) for (const needed of neededBy(services[index])) found.add(needed);
  found.delete(start);
  return [...found].sort((a, b) => a - b);
}

/** The places and risks that a service names, and all that these stand in or fail with; by index. */
export function placesBehind({ domains }: Model, service: Service): readonly DomainIndex[] {
  const found = new Set(namedBy(service));
  for (const index of found) {
    const { parent, failsWith = [] } = domains[index] ?? {};
    if (parent !== undefined) found.add(parent);
    for (const member of failsWith.flat()) found.add(member);
  }
  return [...found].sort((a, b) => a - b);
}

/** Needed to run, to start, to recover, or to read a backup. A soft dependency may be missing. */
function neededBy(service: Service | undefined): readonly ServiceIndex[] {
  if (service === undefined) return [];
  const { dependencies, recovery, backups = [] } = service;
  return [
    ...dependencies.flatMap(({ kind, anyOf }) => (kind === 'soft' ? [] : anyOf)),
    ...(recovery.uses ?? []),
    ...backups.flatMap(({ key }) => (key === undefined ? [] : [key])),
  ];
}

function namedBy({ replicas, backups = [], failsWith = [], recovery }: Service): readonly DomainIndex[] {
  return [
    ...replicas.flatMap(({ at = [], failsWith: own }) => [...at, ...own.flat()]),
    ...backups.flatMap(({ at = [], failsWith: own, restore }) => [...at, ...own.flat(), ...(restore.to ?? [])]),
    ...failsWith.flat(),
    ...(recovery.rebuild?.to ?? []),
    ...(recovery.runbook?.hostedOn?.domains ?? []),
  ];
}
