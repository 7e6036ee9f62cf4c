import type { DomainIndex, FailCondition, Service, ServiceIndex } from '../../model/model.js';
import type { Plan } from '../../model/plan.js';
import type { Facts } from '../facts.js';

/**
 * The losses that a plan is for: the places and risks it covers, and those that the services it covers are to survive.
 * Undefined where nobody says what it covers.
 */
export function lossesPlannedFor({ covers }: Plan, facts: Facts): readonly DomainIndex[] | undefined {
  if (covers === undefined) return undefined;
  const services = covers === 'all' ? facts.model.services : named(covers.services, facts);
  const survived = services.flatMap((service) => survivedLosses(service, facts));
  const own = covers === 'all' ? [] : covers.domains;
  return [...new Set([...own, ...survived])].sort((a, b) => a - b);
}

/** The services that a plan is for: those it names, and those with a copy that is lost with what it names. */
export function servicesPlannedFor({ covers }: Plan, facts: Facts): readonly ServiceIndex[] | undefined {
  if (covers === undefined) return undefined;
  const { services } = facts.model;
  if (covers === 'all') return services.map(({ index }) => index);
  const lost = new Set(covers.domains);
  const struck =
    lost.size === 0 ? [] : services.filter((service) => domainsOf(service, facts).some((one) => lost.has(one)));
  return [...new Set([...covers.services, ...struck.map(({ index }) => index)])].sort((a, b) => a - b);
}

/** The losses a service is to survive, with or without a time: of its kinds those that take a copy of it, and the worst. */
function survivedLosses(service: Service, facts: Facts): readonly DomainIndex[] {
  const promises = facts.promisesOf(service.index);
  const kinds = new Set(promises.map(({ kind }) => kind));
  const around = domainsOf(service, facts).filter((domain) => kinds.has(facts.model.domains[domain]?.kind ?? ''));
  return [...around, ...promises.flatMap(({ worst }) => worst ?? [])];
}

/** Every domain whose loss takes a copy of the service, or is one of several that do together. */
function domainsOf({ replicas, failsWith = [] }: Service, { domainsTaking }: Facts): readonly DomainIndex[] {
  const members = (conditions: readonly FailCondition[]): readonly DomainIndex[] => conditions.flat();
  const near = [...replicas.flatMap((copy) => [...(copy.at ?? []), ...members(copy.failsWith)]), ...members(failsWith)];
  return near.flatMap((domain) => domainsTaking(domain));
}

function named(services: readonly ServiceIndex[], { model }: Facts): readonly Service[] {
  return services.flatMap((index) => model.services[index] ?? []);
}
