import type { Replica, Service } from '../model/model.js';
import { best, type Side } from './side.js';

/**
 * What some copies of a service take of a place, in the unit of its `demand`: their shares of the peak load, and never more
 * than all of it. A copy without a share carries all of it where no copy of the service states one; beside copies that
 * do, nobody knows: at best nothing.
 */
export function roomOf({ demand = 0, replicas }: Service, copies: readonly Replica[], side: Side): number {
  const isStated = replicas.some(({ capacity }) => capacity !== undefined);
  const unstated = isStated && side === best ? 0 : 1;
  return (
    demand *
    Math.min(
      1,
      copies.reduce((sum, { capacity = unstated }) => sum + capacity, 0),
    )
  );
}

/** Sums of decimals may lie a hair above what they stand for. */
export function isTooMuch(room: number, capacity: number): boolean {
  return room - capacity > 1e-9 * Math.max(1, capacity);
}
