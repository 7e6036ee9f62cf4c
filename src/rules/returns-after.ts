import { derive } from '../analysis/derive.js';
import { best, worst } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';
import type { Return } from './facts.js';

/**
 * When services are back after losses. What plans are read on and talked over is asked for again by every plan, one loss
 * after the other: those answers are kept, so that each loss is solved once for all plans.
 */
export function returnsAfter(
  solver: Solver,
  lossOf: (domain: DomainIndex) => Solution,
): (domain: DomainIndex, service: ServiceIndex) => Return {
  const hosts = hostsOf(solver.model);
  const kept = new Map<DomainIndex, ReadonlyMap<ServiceIndex, Return>>();
  const work = (domain: DomainIndex, service: ServiceIndex): Return => {
    const solution = lossOf(domain);
    const ready = { best: solution.readyAt(service, best), worst: solution.readyAt(service, worst) };
    return { ready, missing: ready.worst > ready.best ? derive(solver, solution, service, worst).missingForTime : [] };
  };
  return (domain, service) => {
    if (!hosts.has(service)) return work(domain, service);
    const before = kept.get(domain);
    const all = before ?? new Map([...hosts].map((host) => [host, work(domain, host)]));
    if (before === undefined) kept.set(domain, all);
    return all.get(service) ?? work(domain, service);
  };
}

function hostsOf({ plans }: Model): ReadonlySet<ServiceIndex> {
  return new Set(
    plans.flatMap(({ hostedOn, communication }) => [...(hostedOn?.services ?? []), ...(communication?.channels ?? [])]),
  );
}
