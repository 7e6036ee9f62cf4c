import type { DomainIndex, Service } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import type { DetailDomain, DetailService } from './report-detail.js';
import { stated } from './stated.js';

/** Every failure domain with what takes it along. */
export function detailDomains({ model: { domains }, domainsTaking }: Facts): readonly DetailDomain[] {
  const id = (index: DomainIndex): string => domains[index]?.id ?? '';
  return domains.map(({ index, id: own, name, kind, section, parent, failsWith, operator }) => ({
    id: own,
    ...stated({ name }),
    kind,
    section,
    ...stated({ in: parent === undefined ? undefined : id(parent) }),
    failsWith: failsWith.map((group) => group.map(id)),
    takenBy: domainsTaking(index)
      .filter((other) => other !== index)
      .map(id)
      .sort(),
    ...stated({ operator }),
  }));
}

/** Every service with what it stands on. */
export function detailServices({ model: { domains, services } }: Facts): readonly DetailService[] {
  return services.map((service) => {
    const { id, name, kind, owner, tier, system } = service;
    return {
      id,
      ...stated({ name }),
      kind,
      ...stated({ owner, tier, system }),
      standsOn: standsOn(service)
        .flatMap((domain) => domains[domain]?.id ?? [])
        .sort(),
      placeUnknown: service.replicas.length === 0 ? service.failsWith === undefined : service.replicas.some(nowhere),
    };
  });
}

function nowhere({ at }: Service['replicas'][number]): boolean {
  return at === undefined;
}

function standsOn({ replicas, failsWith = [] }: Service): readonly DomainIndex[] {
  const own = replicas.flatMap((replica) => [...(replica.at ?? []), ...replica.failsWith.flat()]);
  return [...new Set([...own, ...failsWith.flat()])];
}
