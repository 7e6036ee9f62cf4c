import type { JsonObject } from '../../../src/source/json-value.js';
import type { Facts, PromiseFacts, ServiceFacts } from './facts.js';
import { Loss } from './loss.js';
import { oracleSolve, type OracleOutcome } from './oracle-simulate.js';
import { ownState } from './own-state.js';
import { readInventory } from './read-inventory.js';

export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

export interface OraclePromise {
  readonly service: string;
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly target: number;
  readonly verdict: Verdict;
}

/** "the service or what it needs (hard dependencies, tools, keys, startup, transitively)" */
function needed(facts: Facts, service: ServiceFacts): ReadonlySet<string> {
  const closure = new Set([service.id]);
  for (const id of closure) {
    const member = facts.services.get(id);
    if (member === undefined) continue;
    for (const { kind, members } of member.dependencies) {
      if (kind !== 'soft') for (const other of members) closure.add(other);
    }
    for (const tool of member.recovery.uses ?? []) closure.add(tool);
    for (const { key } of member.backups) if (key !== undefined) closure.add(key);
  }
  return closure;
}

/**
 * Whether what is lost is above or beside anything the service stands on (one place of several, one feed of two, are
 * enough), or the loss takes, or may take, a replica (or, without replicas, the service itself). A service that is not
 * fine whatever is lost is touched by every loss.
 */
function touches(service: ServiceFacts, loss: Loss): boolean {
  if (service.needsUnknown || ownState(service, loss, 'worst') !== 'fine') return true;
  const named = [
    ...service.replicas.flatMap(({ at, failsWith }) => [...(at ?? []), ...failsWith.flat()]),
    ...(service.failsWith ?? []).flat(),
  ];
  if (loss.event.lose.some((id) => loss.reach(named).has(id))) return true;
  if (service.replicas.length === 0) return loss.withoutReplicasLost(service, 'worst');
  return service.replicas.some((replica) => loss.replicaLost(service, replica, 'worst'));
}

/**
 * "A promise is kept if its pessimistic answer meets the target, broken if its optimistic one misses it, else
 * unknown"; "the worst one is reported". "A kind of which the inventory has no domain at all leaves the promise
 * unknown."
 */
function verdict(facts: Facts, service: ServiceFacts, promise: PromiseFacts, outcome: Outcomes): Verdict {
  const domains = [...facts.domains.values()].filter(({ kind }) => kind === promise.kind);
  if (domains.length === 0) return 'unknown';
  const closure = [...needed(facts, service)].flatMap((id) => facts.services.get(id) ?? []);
  let result: Verdict = 'not-applicable';
  for (const domain of domains) {
    const loss = new Loss(facts, { lose: [domain.id] });
    if (!closure.some((member) => touches(member, loss))) continue;
    const { services } = outcome(domain.id);
    const solved = services.find(({ id }) => id === service.id);
    const best = (promise.objective === 'rto' ? solved?.recovery.best : solved?.loss.best) ?? Infinity;
    const worst = (promise.objective === 'rto' ? solved?.recovery.worst : solved?.loss.worst) ?? Infinity;
    if (best > promise.target) return 'broken';
    if (worst > promise.target) result = 'unknown';
    else if (result === 'not-applicable') result = 'kept';
  }
  return result;
}

type Outcomes = (domain: string) => OracleOutcome;

/** The verdict on every promise: one per service, kind in `survive`, and objective that has a target. */
export function oraclePromises(inventory: JsonObject): readonly OraclePromise[] {
  const facts = readInventory(inventory);
  const solved = new Map<string, OracleOutcome>();
  const outcome: Outcomes = (domain) => {
    const known = solved.get(domain) ?? oracleSolve(facts, { lose: [domain] });
    solved.set(domain, known);
    return known;
  };
  return [...facts.services.values()].flatMap((service) =>
    service.promises.map((promise) => ({
      service: service.id,
      ...promise,
      verdict: verdict(facts, service, promise, outcome),
    })),
  );
}
