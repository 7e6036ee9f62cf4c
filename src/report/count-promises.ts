import type { PromiseCount, ReportPromise } from './report.js';

/** The readiness line in numbers. Promises that no loss can touch are not counted. */
export function countPromises(promises: readonly ReportPromise[]): PromiseCount {
  const count = { total: 0, kept: 0, broken: 0, unknown: 0, proven: 0 };
  for (const { verdict, proven, target } of promises) {
    if (verdict === 'not-applicable') continue;
    count.total += 1;
    count[verdict] += 1;
    if (verdict === 'kept' && proven !== null && proven.value <= target) count.proven += 1;
  }
  return count;
}
