import type { DomainIndex, Model } from '../model/model.js';

/** The domains whose loss alone takes this one: itself, what takes the place it is in, and what takes a whole group it fails with. */
export type DomainsTaking = (domain: DomainIndex) => readonly DomainIndex[];

/**
 * Asks upwards and remembers: the same answer as trying every loss downwards, since the graph has no cycles. Nearest first.
 * Without recursion, so that a long chain of places cannot exhaust the stack.
 */
export function domainsTaking({ domains }: Model): DomainsTaking {
  const memory = new Map<DomainIndex, readonly DomainIndex[]>();
  /** Groups of domains of which each whole group takes this one; the place it is in is a group of one. */
  const groups = (domain: DomainIndex): readonly (readonly DomainIndex[])[] => {
    const { parent, failsWith = [] } = domains[domain] ?? {};
    return parent === undefined ? failsWith : [[parent], ...failsWith];
  };
  const known = (domain: DomainIndex): readonly DomainIndex[] => memory.get(domain) ?? [];
  const combine = (domain: DomainIndex): readonly DomainIndex[] => [
    ...new Set([domain, ...groups(domain).flatMap((members) => inAll(members.map(known)))]),
  ];
  return (start) => {
    const before = memory.get(start);
    if (before !== undefined) return before;
    const open = [start];
    for (let domain = open.at(-1); domain !== undefined; domain = open.at(-1)) {
      if (memory.has(domain)) {
        open.pop();
        continue;
      }
      const missing = groups(domain)
        .flat()
        .filter((other) => !memory.has(other));
      if (missing.length > 0) open.push(...missing);
      else memory.set(domain, combine(domain));
    }
    return known(start);
  };
}

/** What stands in every list, each once, in the order of the first. */
export function inAll(lists: readonly (readonly DomainIndex[])[]): readonly DomainIndex[] {
  const [first = [], ...others] = lists;
  if (lists.every(({ length }) => length <= fewDomains))
    return first.filter((domain, at) => first.indexOf(domain) === at && others.every((list) => list.includes(domain)));
  const sets = others.map((list) => new Set(list));
  return [...new Set(first)].filter((domain) => sets.every((list) => list.has(domain)));
}

/** So many are looked through faster than a set of them is made. */
const fewDomains = 16;
