import type { ServiceIndex } from '../model/model.js';
import type { WaitFor } from './circles.js';
import { waitsOf } from './option-time.js';
import type { WaitKind } from './outcome.js';
import { up } from './own-state.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';

/** Why a service that never comes back does not. */
export interface Blockers {
  /** Services that never come back themselves and that it waits for: its own recovery first, then hard dependencies. */
  readonly waits: readonly WaitFor[];
  /** It would not come back even if they did: no option of its own is open. */
  readonly hopeless: boolean;
  /** Its own recovery finishes, or it needs none: only hard dependencies hold it up. */
  readonly finishes: boolean;
}

export function blockers({ graph }: Solver, solution: Solution, service: ServiceIndex, side: Side): Blockers {
  const readyAt = (other: ServiceIndex): number => solution.readyAt(other, side);
  const never = (other: ServiceIndex): boolean => readyAt(other) === Infinity;
  const waits = new Map<ServiceIndex, WaitFor>();
  const add = (other: ServiceIndex, by: WaitKind, together: boolean): void => {
    const before = waits.get(other);
    if (never(other) && (before === undefined || (before.together && !together)))
      waits.set(other, { service: other, by, together });
  };
  const lost = solution.ownStateOf(service, side).state !== up;
  const open = lost ? solution.optionsOf(service).flatMap(({ sides }) => (sides[side].open ? [sides[side]] : [])) : [];
  const finishing = open.some((one) =>
    waitsOf(graph, service, one, side, readyAt).every(({ seconds }) => seconds < Infinity),
  );
  const addNeeds = (wanted: 'hard' | 'startup'): void => {
    for (const { kind, members } of needsIn(graph, graph.needsOf, service)) {
      if (kind !== wanted || !members.every(never)) continue;
      for (const member of members) add(member, kind, kind === 'hard' && members.length === 1);
    }
  };
  // Where one option finishes the service waits only for hard dependencies.
  if (open.length > 0 && !finishing) {
    for (const { uses = [], key } of open) {
      for (const tool of uses) add(tool, 'uses', false);
      if (key !== undefined) add(key, 'key', false);
    }
    addNeeds('startup');
  }
  addNeeds('hard');
  return { waits: [...waits.values()], hopeless: lost && open.length === 0, finishes: !lost || finishing };
}
