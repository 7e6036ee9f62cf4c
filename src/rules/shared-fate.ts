import { inAll } from '../analysis/domains-taking.js';
import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';

/**
 * The domains whose loss alone takes every copy of a service (witnesses hold none), nearest first; `undefined` where a
 * place is unknown. A copy stretched over several places is taken by what takes all of them.
 */
export function sharedFateOf(
  { services }: Model,
  service: ServiceIndex,
  domainsTaking: (domain: DomainIndex) => readonly DomainIndex[],
): readonly DomainIndex[] | undefined {
  const { replicas = [], failsWith: shared = [] } = services[service] ?? {};
  const copies = replicas.filter(({ role }) => role !== 'witness');
  if (copies.length === 0 || copies.some(({ at }) => at === undefined)) return undefined;
  const alone = (conditions: readonly (readonly DomainIndex[])[]): readonly DomainIndex[] =>
    conditions.flatMap((members) => inAll(members.map(domainsTaking)));
  return inAll(
    copies.map(({ at = [], failsWith }) => {
      const taking = inAll(at.map(domainsTaking));
      return failsWith.length + shared.length === 0 ? taking : [...taking, ...alone([...failsWith, ...shared])];
    }),
  );
}
