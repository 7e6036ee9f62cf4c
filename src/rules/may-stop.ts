import type { PromiseResult } from '../analysis/promises.js';

/** Whether the service may stop, or wait for what stopped, in the worst loss that a promise about time speaks of; also where there is none to look at. */
export function mayStop({ verdict, worst, range }: PromiseResult): boolean {
  return verdict !== 'not-applicable' && (worst === undefined || range.worst > 0);
}
