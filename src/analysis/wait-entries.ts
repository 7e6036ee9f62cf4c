import type { ServiceIndex } from '../model/model.js';
import type { WaitKind } from './outcome.js';
import { up } from './own-state.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';

/** One line of an inventory that makes a service wait: of the members, the first that is ready ends the wait. */
export interface WaitEntry {
  readonly owner: ServiceIndex;
  readonly by: WaitKind;
  /** Distinct; several for an `anyOf`, or for the keys of several backups of which one is enough. */
  readonly members: readonly ServiceIndex[];
}

/**
 * What holds up a service that never comes back, as written down: also where no option is open for which it would
 * wait, since that would stand in the way of whatever option anybody adds. Only waits in vain are listed, at best.
 */
export function vainEntries({ model, graph }: Solver, solution: Solution, index: ServiceIndex): readonly WaitEntry[] {
  const service = model.services[index];
  if (service === undefined) return [];
  const entries: WaitEntry[] = [];
  const lost = solution.ownStateOf(index, best).state !== up;
  const open = solution.optionsOf(index).filter(({ sides }) => sides[best].open);
  if (lost && !open.some(({ via }) => via === 'wait')) {
    for (const tool of new Set(service.recovery.uses)) entries.push({ owner: index, by: 'uses', members: [tool] });
    const keys = (service.backups ?? []).map(({ key }) => key);
    const needed = keys.filter((key) => key !== undefined);
    const only = open.every(({ via }) => via === 'restore');
    if (only && needed.length > 0 && needed.length === keys.length)
      entries.push({ owner: index, by: 'key', members: [...new Set(needed)] });
  }
  for (const { kind, members } of needsIn(graph, graph.needsOf, index)) {
    if (kind === 'hard' || (lost && kind === 'startup')) entries.push({ owner: index, by: kind, members });
  }
  return entries.filter(({ members }) => members.every((member) => solution.readyAt(member, best) === Infinity));
}
