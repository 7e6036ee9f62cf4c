import type { Model, Replica, Service } from '../model/model.js';
import { removedConditions } from './removed-conditions.js';
import { replicaName } from './replica-name.js';

/** Replicas that are no longer tied to what they were said to fail with. Those that are gone are not among them. */
export function untiedReplicas(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  return paired(before, former.replicas, now, service.replicas).flatMap(({ was, is }) =>
    removedConditions(before, was.failsWith, now, is.failsWith).map(
      (what) => `the ${replicaName(now, is)} is no longer said to fail with ${what}`,
    ),
  );
}

interface Pair {
  readonly was: Replica;
  readonly is: Replica;
}

/**
 * Each replica with what has become of it, every one once. The list may be in another order, so the same name counts
 * first, then the same role and places, then the same places; of several that fit, one that has lost nothing. What is left has moved, and is taken in order.
 */
function paired(before: Model, former: readonly Replica[], now: Model, today: readonly Replica[]): readonly Pair[] {
  const [left, free] = [new Set(former), new Set(today)];
  const places = ({ domains }: Model, { at }: Replica): string =>
    JSON.stringify(at?.map((domain) => domains[domain]?.id ?? '').toSorted());
  const isNamesake = (was: Replica, is: Replica): boolean => was.name !== undefined && was.name === is.name;
  const isThere = (was: Replica, is: Replica): boolean => places(before, was) === places(now, is);
  const isAlike = (was: Replica, is: Replica): boolean => was.role === is.role && isThere(was, is);
  const isTied = (was: Replica, is: Replica): boolean =>
    removedConditions(before, was.failsWith, now, is.failsWith).length === 0;
  const pairs: Pair[] = [];
  for (const fits of [isNamesake, isAlike, isThere, () => true]) {
    for (const isEnough of [isTied, () => true]) {
      for (const was of left) {
        const is = [...free].find((one) => fits(was, one) && isEnough(was, one));
        if (is === undefined) continue;
        left.delete(was);
        free.delete(is);
        pairs.push({ was, is });
      }
    }
  }
  return pairs;
}
