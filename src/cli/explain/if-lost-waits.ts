import type { WaitKind } from '../../analysis/outcome.js';
import { needsIn } from '../../analysis/needs-in.js';
import { up } from '../../analysis/own-state.js';
import { serviceOutcome } from '../../analysis/service-outcome.js';
import { worst } from '../../analysis/side.js';
import type { Solution, Solver } from '../../analysis/solver.js';
import type { ServiceIndex } from '../../model/model.js';
import { tellDerivation } from '../../narrative/tell-derivation.js';

/** Why one service waits for another. */
const reasons = {
  hard: (owner: string) => `hard dependency of ${owner}`,
  startup: (owner: string) => `needed to start ${owner}`,
  uses: (owner: string) => `needed to recover ${owner}`,
  key: (owner: string) => `holds the key of a backup of ${owner}`,
} as const;

/** Services told one by one; a chain this long is read from its start. */
const most = 30;

/**
 * What a service waits for, directly or through others, with the arithmetic of each, every one once and the nearest
 * first. What never stopped is left out.
 */
export function waitTexts(solver: Solver, solution: Solution, start: ServiceIndex): readonly string[] {
  const { model } = solver;
  const seen = new Map<ServiceIndex, string>([[start, '']]);
  for (const [service] of seen) {
    if (seen.size > most) break;
    const owner = model.services[service]?.id ?? '';
    for (const { other, by } of waitedFor(solver, solution, service)) {
      if (seen.has(other) || solution.readyAt(other, worst) === 0) continue;
      seen.set(other, reasons[by](owner));
    }
  }
  return [...seen].slice(1).flatMap(([service, why]) => {
    const outcome = serviceOutcome(solver, solution, service);
    const [best, atWorst] = (['best', 'worst'] as const).map((side) =>
      tellDerivation(model, service, outcome.recovery[side], outcome[side]),
    );
    return best === atWorst ? [`${best} (${why})`] : [`at best ${best} (${why})`, `at worst ${atWorst}`];
  });
}

function waitedFor(
  { model, graph }: Solver,
  solution: Solution,
  service: ServiceIndex,
): readonly { readonly other: ServiceIndex; readonly by: WaitKind }[] {
  const lost = solution.ownStateOf(service, worst).state !== up;
  const { recovery, backups = [] } = model.services[service] ?? {};
  const options = solution.optionsOf(service).filter(({ sides }) => sides.some(({ open }) => open));
  const gated = lost && options.some(({ via }) => via !== 'wait');
  const restored = options.some(({ via }) => via === 'restore');
  const needs = needsIn(graph, graph.needsOf, service).flatMap(({ kind, members }) => {
    if (kind === 'soft' || (kind === 'startup' && !lost)) return [];
    return members.map((other) => ({ other, by: kind }));
  });
  return [
    ...(gated ? (recovery?.uses ?? []).map((other) => ({ other, by: 'uses' as const })) : []),
    ...(restored ? backups.flatMap(({ key }) => (key === undefined ? [] : [{ other: key, by: 'key' as const }])) : []),
    ...needs,
  ];
}
