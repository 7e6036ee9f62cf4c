import type { FailureDomain } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import { conditionLists, serviceIds } from './entity-of-service.js';
import { absent, part, type Part } from './value.js';

/** A failure domain as a rule sees it; of a location also where and how it stands. */
export function entityOfDomain(domain: FailureDomain, facts: Facts): Part {
  const { model } = facts;
  const { index, id, kind, name, failsWith, lasts } = domain;
  const common = {
    id,
    kind: kind === 'unknown' ? undefined : kind,
    name,
    lasts,
    failsWith: conditionLists(model, failsWith),
    services: serviceIds(model, facts.standingWithin(index)),
  };
  if (domain.section === 'domains') return part([], common);
  const { parent, operator, coordinates, capacity, facility } = domain;
  return part([], {
    ...common,
    parent: parent === undefined ? absent(['in']) : model.domains[parent]?.id,
    operator,
    coordinates: coordinates && part(['coordinates'], { latitude: coordinates[0], longitude: coordinates[1] }),
    capacity,
    facility: facility && facilityPart(facility),
  });
}

function facilityPart({ tests: _tests, ...facility }: NonNullable<FailureDomain['facility']>): Part {
  return part(['facility'], facility);
}
