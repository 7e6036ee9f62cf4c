import type { Verdict } from '../../report/report.js';
import type { RankedLoss } from '../../report/simulation.js';

/**
 * What the loss of one failure domain does to the objectives in force: broken where one is surely missed, unknown where
 * one may be, kept otherwise.
 */
export function standingOf({ beyondRto, beyondRpo }: RankedLoss): Exclude<Verdict, 'not-applicable'> {
  if (beyondRto.best + beyondRpo.best > 0) return 'broken';
  return beyondRto.worst + beyondRpo.worst > 0 ? 'unknown' : 'kept';
}
