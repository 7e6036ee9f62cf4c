import type { Seconds, ServiceIndex } from '../model/model.js';
import { fastestOption } from './derive.js';
import { firstOf, waitsOf, type Wait } from './option-time.js';
import { up } from './own-state.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';
import { stuckBlockers } from './stuck-blockers.js';

/**
 * Whose recovery keeps a service from being back in time, even with every unknown at its best. Never back: the service
 * itself where it has no way back of its own; nobody where it only waits in vain, for then what it waits for is the
 * cause. Late: the service itself where its own steps alone exceed the target, and whoever adds most to the chain of
 * waits that decides the time.
 */
export function blameForTime(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  target: Seconds,
): readonly ServiceIndex[] {
  if (solution.readyAt(service, best) === Infinity)
    return stuckBlockers(solver, solution, best).get(service)?.hopeless === true ? [service] : [];
  const slowest = slowestInChain(solver, solution, service);
  if (leastOwnSteps(solution, service) <= target) return [slowest];
  return solution.readyAt(slowest, best) > target ? [...new Set([service, slowest])] : [service];
}

/** The shortest way back if nothing had to be waited for. */
function leastOwnSteps(solution: Solution, service: ServiceIndex): Seconds {
  if (solution.ownStateOf(service, best).state === up) return 0;
  const open = solution.optionsOf(service).flatMap(({ sides }) => (sides[best].open ? [sides[best]] : []));
  return Math.min(Infinity, ...open.map(({ before, after }) => before + after));
}

/** Of all that decide when a service is ready, the one whose own steps take longest; the nearest of equals. */
function slowestInChain(solver: Solver, solution: Solution, start: ServiceIndex): ServiceIndex {
  let slowest = { service: start, seconds: 0 };
  const chain = new Set([start]);
  for (const service of chain) {
    const { seconds, waits } = partOf(solver, solution, service);
    if (seconds > slowest.seconds) slowest = { service, seconds };
    for (const wait of waits) chain.add(wait);
  }
  return slowest.service;
}

/** What a service adds to its own ready time, and whom it waits for until then. */
function partOf(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
): { readonly seconds: Seconds; readonly waits: readonly ServiceIndex[] } {
  const { graph } = solver;
  const readyAt = (other: ServiceIndex): Seconds => solution.readyAt(other, best);
  const hard = needsIn(graph, graph.needsOf, service).flatMap(({ kind, members }) =>
    kind === 'hard' ? [firstOf(members, readyAt)] : [],
  );
  const fine = solution.ownStateOf(service, best).state === up;
  const fastest = fine ? undefined : fastestOption(solver, solution, service, best);
  const own = fastest?.time ?? 0;
  if (fastest === undefined || hard.some(({ seconds }) => seconds > own))
    return { seconds: 0, waits: latest(hard, own) };
  const { before, after } = fastest.open;
  const waits = latest(waitsOf(graph, service, fastest.open, best, readyAt), before);
  return { seconds: after + (waits.length === 0 ? before : 0), waits };
}

/** Those that are ready last, and later than this. */
function latest(waits: readonly Omit<Wait, 'by'>[], after: Seconds): readonly ServiceIndex[] {
  const last = Math.max(...waits.map(({ seconds }) => seconds));
  return waits
    .filter(({ seconds }) => seconds === last && seconds > after)
    .flatMap(({ service }) => (service === undefined ? [] : [service]));
}
