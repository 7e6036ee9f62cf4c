import type { ServiceIndex } from '../model/model.js';
import { waitsOf } from './option-time.js';
import type { WaitKind } from './outcome.js';
import { up } from './own-state.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { rowOf } from './sparse-rows.js';

/** Why a service that never comes back does not. */
export interface Blockers {
  /** Services that never come back themselves and that it waits for: its own recovery first, then hard dependencies. */
  readonly waits: readonly { readonly service: ServiceIndex; readonly by: WaitKind }[];
  /** It would not come back even if they did: no option of its own is open. */
  readonly hopeless: boolean;
}

export function blockers({ graph }: Solver, solution: Solution, service: ServiceIndex, side: Side): Blockers {
  const readyAt = (other: ServiceIndex): number => solution.readyAt(other, side);
  const waits = new Map<ServiceIndex, WaitKind>();
  const add = (other: ServiceIndex | undefined, by: WaitKind): void => {
    if (other !== undefined && readyAt(other) === Infinity && !waits.has(other)) waits.set(other, by);
  };
  const lost = solution.ownStateOf(service, side).state !== up;
  const open = lost ? solution.optionsOf(service).flatMap(({ sides }) => (sides[side].open ? [sides[side]] : [])) : [];
  const finishing = open.some((one) =>
    waitsOf(graph, service, one, side, readyAt).every(({ seconds }) => seconds < Infinity),
  );
  // Where one option finishes the service waits only for hard dependencies.
  if (!finishing)
    for (const one of open) for (const wait of waitsOf(graph, service, one, side, readyAt)) add(wait.service, wait.by);
  for (const need of rowOf(graph.needsOf, service)) {
    const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
    if (kind === 'hard' && members.every((member) => readyAt(member) === Infinity))
      for (const member of members) add(member, 'hard');
  }
  return { waits: [...waits].map(([other, by]) => ({ service: other, by })), hopeless: lost && open.length === 0 };
}
