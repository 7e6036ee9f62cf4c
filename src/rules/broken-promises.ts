import { missesIn, type Miss } from '../analysis/missed-promises.js';
import { optionTime } from '../analysis/option-time.js';
import type { PromiseResult } from '../analysis/promises.js';
import { best } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { DomainIndex, ServiceIndex } from '../model/model.js';
import type { Facts, WayBack } from './facts.js';
import { gather } from './gather.js';

/** What there is to say about promises that are broken, by their worst loss. Each of these is solved once for all of it. */
export function brokenPromises(
  solver: Solver,
  promises: readonly PromiseResult[],
  lossOf: (domain: DomainIndex) => Solution,
): Pick<Facts, 'missesOf' | 'missesBy' | 'missesIn' | 'waysBack'> {
  const broken = promises.flatMap((promise) =>
    promise.verdict === 'broken' && promise.worst !== undefined ? [{ promise, domain: promise.worst }] : [],
  );
  const misses = new Map<PromiseResult, readonly Miss[]>();
  const ways = new Map<PromiseResult, readonly WayBack[]>();
  for (const { promise, domain } of broken.toSorted((a, b) => a.domain - b.domain)) {
    const solution = lossOf(domain);
    misses.set(promise, missesIn(solver, solution, promise, domain));
    if (promise.objective === 'rpo') ways.set(promise, waysBackIn(solver, solution, promise.service));
  }
  const all = broken.flatMap(({ promise }) => misses.get(promise) ?? []);
  return {
    missesOf: gather(all, ({ promise }) => [promise.service]),
    missesBy: gather(all, ({ culprit }) => [culprit.service]),
    missesIn: gather(all, ({ domain }) => [domain]),
    waysBack: (promise) => ways.get(promise) ?? [],
  };
}

function waysBackIn({ graph }: Solver, solution: Solution, service: ServiceIndex): readonly WayBack[] {
  return solution.optionsOf(service).map(({ via, sides, loss }) => ({
    via,
    time: optionTime(graph, service, sides[best], best, (other) => solution.readyAt(other, best)),
    loss: loss.best,
  }));
}
