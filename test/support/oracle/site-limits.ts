import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { candidates } from './failover-candidates.js';
import type { Loss } from './loss.js';
import { isServing, ownState, survivors } from './own-state.js';

/**
 * "**Places have limits.** Where a location declares `capacity`, the failovers into it compete: Σ known demand of what
 * runs there and of what would come. Over the limit, those failovers are open in the optimistic solution and closed in
 * the pessimistic one; one that alone exceeds what is free is closed in both."
 *
 * A service counts once per place, with its whole `demand`. Optimistic: only what surely runs there is in the way.
 * Pessimistic: all that may run there or may come, also from a place of which nobody says that it lies elsewhere.
 */
export class SiteLimits {
  readonly #loss: Loss;

  constructor(loss: Loss) {
    this.#loss = loss;
  }

  /** A stretched replica finds room if any of its places that may survive has some. */
  closed(service: ServiceFacts, replica: ReplicaFacts, bound: Bound): boolean {
    const places = (replica.at ?? []).filter((place) => !this.#loss.domains.has(place));
    return places.length > 0 && places.every((place) => this.#closedAt(service, place, bound));
  }

  #closedAt(service: ServiceFacts, place: string, bound: Bound): boolean {
    return this.#sitesOf(place, bound).some((site) => {
      const capacity = this.#loss.facts.domains.get(site)?.capacity;
      return capacity !== undefined && this.#load(service, site, bound) > capacity;
    });
  }

  #load(service: ServiceFacts, site: string, bound: Bound): number {
    let load = 0;
    for (const other of this.#loss.facts.services.values()) {
      const runs = this.#runsAt(other, site, bound);
      const comes = bound === 'best' ? other.id === service.id : this.#mayComeTo(other, site);
      if (runs || comes) load += other.demand ?? 0;
    }
    return load;
  }

  #runsAt(service: ServiceFacts, site: string, bound: Bound): boolean {
    const alive = survivors(service, this.#loss, bound === 'best' ? 'worst' : 'best');
    return alive.some((replica) => isServing(replica) && this.#standsAt(replica, site, bound));
  }

  #mayComeTo(service: ServiceFacts, site: string): boolean {
    if (ownState(service, this.#loss, 'worst') === 'fine') return false;
    return candidates(service, this.#loss, 'best').some((replica) => this.#standsAt(replica, site, 'worst'));
  }

  #standsAt(replica: ReplicaFacts, site: string, bound: Bound): boolean {
    if (replica.at === undefined) return bound === 'worst';
    return replica.at.some((place) => !this.#loss.domains.has(place) && this.#sitesOf(place, bound).includes(site));
  }

  /** What a place lies in; in the pessimistic solution also all it may lie in. */
  #sitesOf(place: string, bound: Bound): readonly string[] {
    const inside = this.#enclosing(place);
    if (bound === 'best') return inside;
    const others = [...this.#loss.facts.domains.keys()].filter((site) => !inside.includes(site));
    return [...inside, ...others.filter((site) => this.#mayLieIn(place, site))];
  }

  /** Unless it is known to be in, or beside, another of the kind of the site or of anything that the site lies in. */
  #mayLieIn(place: string, site: string): boolean {
    const { domains } = this.#loss.facts;
    const known = [...this.#loss.reach([place])];
    return this.#enclosing(site).every((outer) => {
      const alike = known.filter((id) => domains.get(id)?.kind === domains.get(outer)?.kind);
      return alike.length === 0 || alike.includes(outer);
    });
  }

  #enclosing(place: string): readonly string[] {
    const domain = this.#loss.facts.domains.get(place);
    return domain === undefined ? [] : [place, ...(domain.parent === undefined ? [] : this.#enclosing(domain.parent))];
  }
}
