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
  const memory = new Map<DomainIndex, ReadonlyMap<string, readonly DomainIndex[]>>();
  const known = (start: DomainIndex): ReadonlyMap<string, readonly DomainIndex[]> => {
    const before = memory.get(start);
    if (before) return before;
    const byKind = new Map<string, DomainIndex[]>();
    const upwards = new Set([start]);
    for (const index of upwards) {
      const domain = domains[index];
      if (domain === undefined) continue;
      if (domain.parent !== undefined) upwards.add(domain.parent);
      for (const member of domain.failsWith.flat()) upwards.add(member);
      const list = byKind.get(domain.kind);
      if (list) list.push(index);
      else byKind.set(domain.kind, [index]);
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
