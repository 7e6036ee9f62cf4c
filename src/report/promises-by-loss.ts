import type { PromiseResult } from '../analysis/promises.js';

/** A promise with its position in the list that was given. */
interface Placed {
  readonly promise: PromiseResult;
  readonly at: number;
}

/** The promises, those with one worst loss together: asked about in this order, each loss is solved again once. */
export function byLoss(promises: readonly PromiseResult[]): readonly Placed[] {
  const groups = new Map<number | undefined, Placed[]>();
  for (const [at, promise] of promises.entries()) {
    const group = groups.get(promise.worst) ?? [];
    if (group.length === 0) groups.set(promise.worst, group);
    group.push({ promise, at });
  }
  return [...groups.values()].flat();
}
