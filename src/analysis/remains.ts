import type { Backup, Replica, ServiceIndex, Share } from '../model/model.js';
import { candidatesOf } from './failover-plan.js';
import { capacityOf, degraded, isServing, votesNeeded, votesOf } from './own-state.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';

/** What a loss leaves of one service, with every unknown at its best. */
export interface Remains {
  /** Replicas that survive, witnesses too. */
  readonly surviving: readonly Replica[];
  /** Backups of which a copy survives, with its key. */
  readonly backups: readonly Backup[];
  /** `undefined` where no replica declares a capacity. Shares of peak load. */
  readonly capacity:
    | {
        /** Of the survivors that serve already. */
        readonly serving: Share;
        /** With every standby that could still be promoted. */
        readonly withStandbys: Share;
      }
    | undefined;
  /** It goes on serving, with less than it needs. */
  readonly degraded: boolean;
  /** `undefined` without a quorum. */
  readonly votes: { readonly left: number; readonly all: number; readonly needed: number } | undefined;
}

export function remainsOf({ model }: Solver, solution: Solution, index: ServiceIndex): Remains {
  const service = model.services[index];
  if (service === undefined)
    return { surviving: [], backups: [], capacity: undefined, degraded: false, votes: undefined };
  const lost = (at: number): boolean => solution.replicaLost(index, at, best);
  const surviving = service.replicas.filter((_, at) => !lost(at));
  const shareOf = (replicas: readonly Replica[]): Share =>
    replicas.reduce((sum, replica) => sum + capacityOf(replica, best), 0);
  const serving = shareOf(surviving.filter(isServing));
  const votesIn = (replicas: readonly Replica[]): number =>
    replicas.reduce((sum, replica) => sum + votesOf(replica), 0);
  const isReadable = ({ key }: Backup): boolean => key === undefined || solution.readyAt(key, best) < Infinity;
  return {
    surviving,
    backups: (service.backups ?? []).filter(
      (backup) => !solution.backupLost(service, backup, best) && isReadable(backup),
    ),
    capacity: service.replicas.some(({ capacity }) => capacity !== undefined)
      ? { serving, withStandbys: serving + shareOf(candidatesOf(service, lost)) }
      : undefined,
    degraded: solution.ownStateOf(index, best).state === degraded,
    votes:
      service.quorum === undefined
        ? undefined
        : { left: votesIn(surviving), all: votesIn(service.replicas), needed: votesNeeded(service) },
  };
}
