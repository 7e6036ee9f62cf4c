import type { Service } from '../model/model.js';
import { missingCopies, missingPlaces } from './missing-places.js';
import { isSureOnceTimed } from './missing-for-time.js';
import { optionTime } from './option-time.js';
import type { MissingField } from './outcome.js';
import { isServing, up } from './own-state.js';
import type { RecoveryOption } from './recovery-options.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';
import { holdsData } from './staleness.js';

/** What a service leaves out about how far its own copies are behind, where that may be data it loses. */
export function lossFields(solver: Solver, solution: Solution, service: Service): readonly MissingField[] {
  const own = solution.ownLossOf(service.index);
  const unknownNeeds: readonly MissingField[] = service.dependenciesUnknown
    ? [{ owner: { type: 'service', index: service.index }, path: ['dependsOn'] }]
    : [];
  const open = own.worst > own.best;
  if (!service.stateful || !open) return unknownNeeds;
  const owner = { type: 'service', index: service.index } as const;
  const mayGo = (at: number): boolean => solution.replicaLost(service.index, at, worst);
  const serving = service.replicas.flatMap((replica, at) => (isServing(replica) && mayGo(at) ? [at] : []));
  const goesOn = solution.ownStateOf(service.index, best).state === up;
  const lags = service.replicas.flatMap((replica, at): readonly MissingField[] => {
    // If only this one may go, either it does or nothing is lost.
    if (goesOn && serving.length === 1 && serving[0] === at) return [];
    const unknown = holdsData(replica) && replica.replication !== 'sync' && replica.lag === undefined;
    return unknown && (solution.event.ends !== undefined || !solution.replicaLost(service.index, at, best))
      ? [{ owner, path: ['replicas', replica.position, 'lag'] }]
      : [];
  });
  // Where a failover surely finishes, or will once its length is known, nobody looks at the backups.
  const finishes = (option: RecoveryOption): boolean =>
    optionTime(solver.graph, service.index, option.sides[best], best, (other) => solution.readyAt(other, best)) <
    Infinity;
  const isSpared =
    solution.restoreDisplaced(service.index) ||
    solution.optionsOf(service.index).some((option) => isSureOnceTimed(option) && finishes(option));
  const backups = isSpared ? [] : (service.backups ?? []);
  const copies = backups.flatMap((backup): readonly MissingField[] => {
    if (solution.backupLost(service, backup, best)) return [];
    const interval: MissingField = { owner, path: ['backups', backup.id, 'every'] };
    return [...missingCopies(solver, solution, service, backup), ...(backup.every === undefined ? [interval] : [])];
  });
  return [...unknownNeeds, ...missingPlaces(solver, solution, service, () => true), ...lags, ...copies];
}
