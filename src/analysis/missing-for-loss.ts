import type { Service } from '../model/model.js';
import { missingPlaces } from './missing-places.js';
import type { MissingField } from './outcome.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { holdsData } from './staleness.js';

/** What a service leaves out about how far its own copies are behind, where that may be data it loses. */
export function lossFields(solver: Solver, solution: Solution, service: Service): readonly MissingField[] {
  const own = solution.ownLossOf(service.index);
  const open = own.worst > own.best || solution.mayLoseMore(service.index);
  if (!service.stateful || !open) return [];
  const owner = { type: 'service', index: service.index } as const;
  const lags = service.replicas.flatMap((replica, at): readonly MissingField[] => {
    const unknown = holdsData(replica) && replica.replication !== 'sync' && replica.lag === undefined;
    return unknown && !solution.replicaLost(service.index, at, best)
      ? [{ owner, path: ['replicas', replica.position, 'lag'] }]
      : [];
  });
  // Where a failover surely finishes nobody looks at the backups.
  const displaced = solution.restoreDisplaced(service.index);
  const intervals = (displaced ? [] : (service.backups ?? [])).flatMap(({ id, every }): readonly MissingField[] =>
    every === undefined ? [{ owner, path: ['backups', id, 'every'] }] : [],
  );
  return [...missingPlaces(solver, solution, service), ...lags, ...intervals];
}
