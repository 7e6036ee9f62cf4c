import type { DomainIndex, FailureDomain, Model } from '../model/model.js';
import { lostClosure } from './lost-closure.js';
import type { Solver } from './solver.js';

/**
 * Of the losses of domains of one kind, those that have to be solved: one that takes nothing on which any service is
 * known to stand, or to come back, does the same as any other such loss of the same length, namely to the services of
 * which too little is known. The first of them answers for all.
 */
export function distinctLosses(
  { model, failures }: Solver,
  domains: readonly FailureDomain[],
): readonly FailureDomain[] {
  const closure = lostClosure(failures);
  const named = domainsNamed(model);
  const idle = new Set<number | undefined>();
  return domains.filter(({ index, lasts }) => {
    const takes = closure.spread([index]).some((target) => target >= failures.domains || named.has(target));
    if (takes) return true;
    const first = !idle.has(lasts);
    idle.add(lasts);
    return first;
  });
}

/** Every domain that a service names, and those that limit what fits into them. */
function domainsNamed({ domains, services }: Model): ReadonlySet<DomainIndex> {
  const named = new Set<DomainIndex>();
  const add = (some: readonly DomainIndex[] | undefined): void => {
    for (const one of some ?? []) named.add(one);
  };
  for (const { index, capacity } of domains) if (capacity !== undefined) named.add(index);
  for (const { replicas, backups, failsWith, recovery } of services) {
    for (const replica of replicas) for (const some of [replica.at, ...replica.failsWith]) add(some);
    for (const { at, failsWith: own, restore } of backups ?? []) for (const some of [at, restore.to, ...own]) add(some);
    for (const some of failsWith ?? []) add(some);
    add(recovery.rebuild?.to);
  }
  return named;
}
