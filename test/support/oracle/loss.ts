import { readDuration } from './read-amount.js';
import type { BackupFacts, Bound, Condition, Facts, OracleEvent, ReplicaFacts, ServiceFacts } from './facts.js';

/** What an event takes away: "Lost" and "Unknown place". */
export class Loss {
  readonly facts: Facts;
  readonly domains: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly corrupted: ReadonlySet<string>;
  /** Longest duration of the loss; undefined when not everything named says one, or nothing comes back. */
  readonly lasts: number | undefined;
  readonly event: OracleEvent;
  readonly #named: readonly string[];

  constructor(facts: Facts, event: OracleEvent) {
    this.facts = facts;
    this.event = event;
    this.#named = event.lose.filter((id) => facts.domains.has(id));
    this.services = new Set(event.lose.filter((id) => facts.services.has(id)));
    this.corrupted = new Set(event.corrupt ?? []);
    this.domains = this.#closure();
    this.lasts = event.destroys === true ? undefined : this.#lasts(event);
  }

  /**
   * "a thing is lost when its `in` parent is lost, when anything it `failsWith` is lost, or when *all* of an
   * `{ allOf: [...] }` group are."
   */
  #closure(): ReadonlySet<string> {
    const lost = new Set(this.#named);
    for (let before = -1; before !== lost.size;) {
      before = lost.size;
      for (const domain of this.facts.domains.values()) {
        const inside = domain.parent !== undefined && lost.has(domain.parent);
        if (inside || domain.failsWith.some((condition) => condition.every((id) => lost.has(id)))) lost.add(domain.id);
      }
    }
    return lost;
  }

  /** "where X gives `lasts` or every domain it names does (the longest)". Nothing named, nothing given. */
  #lasts(event: OracleEvent): number | undefined {
    if (event.lasts !== undefined && event.lasts !== 'unknown') return readDuration(event.lasts);
    let longest: number | undefined;
    for (const id of this.#named) {
      const lasts = this.facts.domains.get(id)?.lasts;
      if (lasts === undefined) return undefined;
      longest = Math.max(longest ?? 0, lasts);
    }
    return longest;
  }

  holds(conditions: readonly Condition[]): boolean {
    return conditions.some((condition) => condition.every((id) => this.domains.has(id)));
  }

  /** Everything above or beside these domains "(through `in` and `failsWith`)", themselves included. */
  reach(from: readonly string[]): ReadonlySet<string> {
    const reached = new Set(from);
    for (const id of reached) {
      const domain = this.facts.domains.get(id);
      if (domain?.parent !== undefined) reached.add(domain.parent);
      for (const member of domain?.failsWith.flat() ?? []) reached.add(member);
    }
    return reached;
  }

  /** The same, but for where a feed, an account or another risk stands itself: that says nothing about who hangs on it. */
  #aroundOf(from: readonly string[]): ReadonlySet<string> {
    const reached = new Set(from);
    for (const id of reached) {
      const domain = this.facts.domains.get(id);
      if (domain?.parent !== undefined) reached.add(domain.parent);
      for (const member of domain?.failsWith.flat() ?? [])
        if (domain?.section === 'locations' || this.facts.domains.get(member)?.section === 'domains')
          reached.add(member);
    }
    return reached;
  }

  /**
   * A place as something that stands there sees it. "when X loses a domain of kind K, anything whose place has no
   * known domain of kind K above or beside it (through `in` and `failsWith`) may sit in the lost one: optimistic
   * apart, pessimistic lost." `beside`: what the thing itself fails with.
   */
  placeLost(place: string, beside: readonly Condition[], bound: Bound): boolean {
    if (this.domains.has(place)) return true;
    if (bound === 'best') return false;
    const kinds = new Set<string>();
    for (const id of this.#aroundOf([place, ...beside.flat()])) kinds.add(this.facts.domains.get(id)?.kind ?? '');
    return this.#named.some((id) => !kinds.has(this.facts.domains.get(id)?.kind ?? ''));
  }

  /** "`at` left out or unknown: optimistic survives, pessimistic lost." */
  everyPlaceLost(places: readonly string[] | undefined, beside: readonly Condition[], bound: Bound): boolean {
    if (places === undefined) return bound === 'worst';
    return places.every((place) => this.placeLost(place, beside, bound));
  }

  /** Lost by name, or "Corruption takes all replicas of the corrupted service." */
  takesAllReplicas(service: ServiceFacts): boolean {
    return this.services.has(service.id) || this.corrupted.has(service.id);
  }

  /** "A replica is lost if its place (all its places), its own or its service's `failsWith` is". */
  replicaLost(service: ServiceFacts, replica: ReplicaFacts, bound: Bound): boolean {
    const beside = [...replica.failsWith, ...(service.failsWith ?? [])];
    return this.takesAllReplicas(service) || this.holds(beside) || this.everyPlaceLost(replica.at, beside, bound);
  }

  /**
   * "A service without replicas: up while its `failsWith` holds if it states one (`[]` = independent of everything),
   * else of unknown place."
   */
  withoutReplicasLost(service: ServiceFacts, bound: Bound): boolean {
    if (this.takesAllReplicas(service)) return true;
    return service.failsWith === undefined ? bound === 'worst' : this.holds(service.failsWith);
  }

  /** "a backup copy [is lost] only by its place or its own `failsWith`", and by corruption under its own rule. */
  backupLost(service: ServiceFacts, backup: BackupFacts, bound: Bound): boolean {
    if (this.corrupted.has(service.id) && !this.#survivesCorruption(service, backup, bound)) return true;
    return this.holds(backup.failsWith) || this.everyPlaceLost(backup.at, backup.failsWith, bound);
  }

  /**
   * "a backup then survives iff `immutable` or `offline`, or it shares no `account` domain with the service (neither
   * declared: unknown)." `immutable` and `offline` left out are no: the list of what is unknown when left out does not name
   * them, and the account would not matter otherwise. An account that one side leaves out is unknown.
   */
  #survivesCorruption(service: ServiceFacts, backup: BackupFacts, bound: Bound): boolean {
    if (backup.immutable === true || backup.offline === true) return true;
    const ofService = this.#accounts([
      ...service.replicas.flatMap((replica) => [...(replica.at ?? []), ...replica.failsWith.flat()]),
      ...(service.failsWith ?? []).flat(),
    ]);
    const ofBackup = this.#accounts([...(backup.at ?? []), ...backup.failsWith.flat()]);
    if ([...ofBackup].some((account) => ofService.has(account))) return false;
    // One copy of which nobody says on which account it stands may stand on that of the backup.
    const shared = (service.failsWith ?? []).flat();
    const ofEach = service.replicas.map(({ at = [], failsWith }) =>
      this.#accounts([...at, ...failsWith.flat(), ...shared]),
    );
    const allKnown = (ofEach.length > 0 || this.#accounts(shared).size > 0) && ofEach.every(({ size }) => size > 0);
    return bound === 'best' || (allKnown && ofBackup.size > 0);
  }

  #accounts(from: readonly string[]): Set<string> {
    return new Set([...this.reach(from)].filter((id) => this.facts.domains.get(id)?.kind === 'account'));
  }
}
