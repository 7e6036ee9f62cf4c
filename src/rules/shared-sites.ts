import { inAll } from '../analysis/domains-taking.js';
import type { DomainIndex, Model, Service, ServiceIndex } from '../model/model.js';
import { gather } from './gather.js';

/** What one domain takes because it takes places that are there to stand in for each other. */
export interface SharedSites {
  /** The services all of whose copies stand at places that this domain takes, in more than one of them. */
  readonly copiesOf: (domain: DomainIndex) => readonly ServiceIndex[];
  /** The services with data whose serving copies and backups all are at places that it takes, in more than one of them. */
  readonly backupsOf: (domain: DomainIndex) => readonly ServiceIndex[];
  /** The services with copies in more than one place that all fail with this domain, because they or their copies say so. */
  readonly namedBy: (domain: DomainIndex) => readonly ServiceIndex[];
}

/** Looks at every service once. */
export function sharedSites(
  { services }: Model,
  domainsTaking: (domain: DomainIndex) => readonly DomainIndex[],
): SharedSites {
  const takingAll = (places: readonly DomainIndex[] | undefined): readonly DomainIndex[] =>
    places === undefined || new Set(places).size < 2
      ? []
      : inAll(places.map(domainsTaking)).filter((domain) => !places.includes(domain));
  const own = services.filter(({ kind }) => kind !== 'external');
  const copies = gather(own, (service) => takingAll(placesOfCopies(service)));
  const backups = gather(own, (service) => takingAll(placesOfData(service)));
  const named = gather(own, (service) => takingByName(service, domainsTaking));
  return {
    copiesOf: (domain) => copies(domain).map(({ index }) => index),
    backupsOf: (domain) => backups(domain).map(({ index }) => index),
    namedBy: (domain) => named(domain).map(({ index }) => index),
  };
}

/** The domains each of which alone takes every copy, wherever it stands. */
function takingByName(
  service: Service,
  domainsTaking: (domain: DomainIndex) => readonly DomainIndex[],
): readonly DomainIndex[] {
  const copies = service.replicas.filter(({ role }) => role !== 'witness');
  if (new Set(placesOfCopies(service)).size < 2) return [];
  return inAll(
    copies.map(({ failsWith }) =>
      [...failsWith, ...(service.failsWith ?? [])].flatMap((members) => inAll(members.map(domainsTaking))),
    ),
  );
}

/** Undefined where one of them is not known. */
function placesOfCopies({ replicas }: Service): readonly DomainIndex[] | undefined {
  return known(replicas.filter(({ role }) => role !== 'witness').map(({ at }) => at));
}

/** Those of the copies that serve, and of all backups. */
export function placesOfData({ stateful, replicas, backups = [] }: Service): readonly DomainIndex[] | undefined {
  const serving = replicas.filter(({ role }) => role === 'primary' || role === 'active');
  if (!stateful || serving.length === 0 || backups.length === 0) return undefined;
  return known([...serving, ...backups].map(({ at }) => at));
}

function known(places: readonly (readonly DomainIndex[] | undefined)[]): readonly DomainIndex[] | undefined {
  const all = places.flatMap((at) => at ?? []);
  return places.some((at) => at === undefined) ? undefined : all;
}
