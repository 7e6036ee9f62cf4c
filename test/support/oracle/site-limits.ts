import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { candidates } from './failover-candidates.js';
import type { Loss } from './loss.js';
import { isServing, ownState, survivors } from './own-state.js';

/**
 * "**Places have limits.** Where a location declares `capacity`, the failovers into it compete: Σ known demand of what
 * runs there and of what would come. Over the limit, those failovers are open in the optimistic solution and closed in
 * the pessimistic one; one that alone exceeds what is free is closed in both."
 *
 * A copy counts with its `capacity`, its share of the service's `demand`; all copies in one place with the whole of it at most.
 * Where no copy states a share each carries everything; beside copies that do, one that does not may carry anything.
 * Optimistic: only what surely runs there is in the way. Pessimistic: all that may run there or may come, also from a
 * place of which nobody says that it lies elsewhere.
 */
export class SiteLimits {
  readonly #loss: Loss;

  constructor(loss: Loss) {
    this.#loss = loss;
  }

  /** A stretched replica finds room if any of its places that may survive has some. */
  closed(service: ServiceFacts, replica: ReplicaFacts, bound: Bound): boolean {
    const places = (replica.at ?? []).filter((place) => !this.#loss.domains.has(place));
    return places.length > 0 && places.every((place) => this.#closedAt(service, replica, place, bound));
  }

  #closedAt(service: ServiceFacts, replica: ReplicaFacts, place: string, bound: Bound): boolean {
    return this.#sitesOf(place, bound).some((site) => {
      const capacity = this.#loss.facts.domains.get(site)?.capacity;
      return capacity !== undefined && this.#load(service, replica, site, bound) > capacity + 1e-6;
    });
  }

  #load(service: ServiceFacts, replica: ReplicaFacts, site: string, bound: Bound): number {
    let load = 0;
    for (const other of this.#loss.facts.services.values()) {
      const newcomer = other.id === service.id ? [replica] : [];
      const come = bound === 'best' ? newcomer : [...newcomer, ...this.#mayComeTo(other, site)];
      const copies = [...new Set([...this.#runningAt(other, site, bound), ...come])];
      const isStated = other.replicas.some((one) => one.capacity !== undefined);
      let share = 0;
      for (const { capacity } of copies) share += (capacity ?? (isStated && bound === 'best' ? 0 : 100)) / 100;
      load += (other.demand ?? 0) * (share > 1 ? 1 : share);
    }
    return load;
  }

  #runningAt(service: ServiceFacts, site: string, bound: Bound): readonly ReplicaFacts[] {
    const alive = survivors(service, this.#loss, bound === 'best' ? 'worst' : 'best');
    return alive.filter((replica) => isServing(replica) && this.#standsAt(replica, site, bound));
  }

  #mayComeTo(service: ServiceFacts, site: string): readonly ReplicaFacts[] {
    if (ownState(service, this.#loss, 'worst') === 'fine') return [];
    return candidates(service, this.#loss, 'best').filter((replica) => this.#standsAt(replica, site, 'worst'));
  }

  /** Optimistic: with all its places that are left, since a stretched copy may run in any of them. */
  #standsAt(replica: ReplicaFacts, site: string, bound: Bound): boolean {
    if (replica.at === undefined) return bound === 'worst';
    const left = replica.at.filter((place) => !this.#loss.domains.has(place));
    const inside = left.filter((place) => this.#sitesOf(place, bound).includes(site));
    return inside.length > 0 && (bound === 'worst' || inside.length === left.length);
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
