import type { Measurement } from '../analysis/proof.js';
import type { PromiseResult } from '../analysis/promises.js';
import type { Change } from '../drills/changes-since.js';
import type { Drill, Model, ServiceIndex } from '../model/model.js';

/** A service of which the latest drill tested something else than what would recover today. */
export interface OutdatedProof {
  readonly service: ServiceIndex;
  readonly drill: Drill;
  readonly promise: PromiseResult;
  /** Never empty. */
  readonly changes: readonly Change[];
  /** Services that have such a proof themselves and whose changes are all that is behind this one; empty: there is more. */
  readonly causes: readonly ServiceIndex[];
}

/** At most one for each service; by service. */
export function outdatedProofs(
  { services }: Model,
  promises: readonly PromiseResult[],
  measurementOf: (promise: PromiseResult) => Measurement | undefined,
  changesSince: (drill: Drill, service: ServiceIndex) => readonly Change[] | undefined,
): ReadonlyMap<ServiceIndex, OutdatedProof> {
  const found = new Map<ServiceIndex, OutdatedProof>();
  for (const promise of promises) {
    const { service, target } = promise;
    const measured = target === undefined || found.has(service) ? undefined : measurementOf(promise);
    if (measured?.standing !== 'changed') continue;
    const { drill } = measured;
    found.set(service, { service, drill, promise, changes: changesSince(drill, service) ?? [], causes: [] });
  }
  const rankOf = (service: ServiceIndex): number => services[service]?.rank ?? 2;
  // A cause of less weight would make the finding milder than it is.
  const isCause = (cause: ServiceIndex, of: ServiceIndex): boolean =>
    cause !== of &&
    rankOf(cause) <= rankOf(of) &&
    found.get(cause)?.changes.some(({ service }) => service === cause) === true;
  return new Map(
    [...found].map(([service, proof]) => {
      const behind = [...new Set(proof.changes.map((change) => change.service))];
      return [service, { ...proof, causes: behind.every((one) => isCause(one, service)) ? behind : [] }];
    }),
  );
}
