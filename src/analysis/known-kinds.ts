import type { DomainIndex, FailCondition, Model } from '../model/model.js';

/** Which kinds of failure domain are known above or beside a place, through `in` and `failsWith`, groups included. */
export interface KnownKinds {
  /** Whether the domain is of this kind, or hangs on one that is. */
  readonly around: (domain: DomainIndex, kind: string) => boolean;
  /** Whether a `failsWith` names anything of this kind, however far. */
  readonly inConditions: (conditions: readonly FailCondition[], kind: string) => boolean;
  readonly all: (domain: DomainIndex) => ReadonlySet<string>;
  /** The domains of one kind above or beside a place. */
  readonly ofKind: (domain: DomainIndex, kind: string) => readonly DomainIndex[];
}

export function knownKinds({ domains }: Model): KnownKinds {
  const upwards = (start: DomainIndex): ReadonlySet<DomainIndex> => {
    const seen = new Set([start]);
    for (const index of seen) {
      const domain = domains[index];
      if (domain?.parent !== undefined) seen.add(domain.parent);
      for (const member of domain?.failsWith.flat() ?? []) seen.add(member);
    }
    return seen;
  };
  const memory = new Map<DomainIndex, ReadonlyMap<string, readonly DomainIndex[]>>();
  const known = (start: DomainIndex): ReadonlyMap<string, readonly DomainIndex[]> => {
    const before = memory.get(start);
    if (before) return before;
    const byKind = new Map<string, DomainIndex[]>();
    for (const index of upwards(start)) {
      const kind = domains[index]?.kind ?? '';
      const list = byKind.get(kind);
      if (list) list.push(index);
      else byKind.set(kind, [index]);
    }
    memory.set(start, byKind);
    return byKind;
  };
  const around = (domain: DomainIndex, kind: string): boolean => known(domain).has(kind);
  return {
    around,
    inConditions: (conditions, kind) => conditions.some((members) => members.some((member) => around(member, kind))),
    all: (domain) => new Set(known(domain).keys()),
    ofKind: (domain, kind) => known(domain).get(kind) ?? [],
  };
}
