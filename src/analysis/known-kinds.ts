import type { DomainIndex, FailCondition, Model } from '../model/model.js';

/** Which kinds of failure domain are known above or beside a place, through `in` and `failsWith`, groups included. */
export interface KnownKinds {
  /**
   * Whether the domain is of this kind, or hangs on one that is. Where the building of a feed is, or the region of an
   * account, says nothing about where a place is that hangs on these: of places only those count that are above it, or
   * that it names itself.
   */
  readonly around: (domain: DomainIndex, kind: string) => boolean;
  /** Whether a `failsWith` names anything of this kind, however far. */
  readonly inConditions: (conditions: readonly FailCondition[], kind: string) => boolean;
  readonly all: (domain: DomainIndex) => ReadonlySet<string>;
  /** The domains of one kind that a place hangs on, however far. */
  readonly ofKind: (domain: DomainIndex, kind: string) => readonly DomainIndex[];
}

interface Known {
  readonly kinds: ReadonlySet<string>;
  readonly byKind: ReadonlyMap<string, readonly DomainIndex[]>;
}

export function knownKinds({ domains }: Model): KnownKinds {
  const memory = new Map<DomainIndex, Known>();
  /** All that can be reached upwards, without the steps from a risk to a place that `withPlaces` leaves out. */
  const upwards = (start: DomainIndex, withPlaces: boolean): ReadonlySet<DomainIndex> => {
    const reached = new Set([start]);
    for (const index of reached) {
      const domain = domains[index];
      if (domain === undefined) continue;
      if (domain.parent !== undefined) reached.add(domain.parent);
      for (const member of domain.failsWith.flat())
        if (withPlaces || domain.section === 'locations' || domains[member]?.section === 'domains') reached.add(member);
    }
    return reached;
  };
  const known = (start: DomainIndex): Known => {
    const before = memory.get(start);
    if (before) return before;
    const byKind = new Map<string, DomainIndex[]>();
    for (const index of upwards(start, true)) {
      const kind = domains[index]?.kind;
      if (kind === undefined) continue;
      const list = byKind.get(kind);
      if (list) list.push(index);
      else byKind.set(kind, [index]);
    }
    const kinds = new Set([...upwards(start, false)].flatMap((index) => domains[index]?.kind ?? []));
    const found = { kinds, byKind };
    memory.set(start, found);
    return found;
  };
  const around = (domain: DomainIndex, kind: string): boolean => known(domain).kinds.has(kind);
  return {
    around,
    inConditions: (conditions, kind) => conditions.some((members) => members.some((member) => around(member, kind))),
    all: (domain) => known(domain).kinds,
    ofKind: (domain, kind) => known(domain).byKind.get(kind) ?? [],
  };
}
