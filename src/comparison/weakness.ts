import type { Place } from '../place.js';
import type { Weakening } from '../report/report-change.js';

/** Something that asks for less, or says less, than before. Its place is worked out when it is shown. */
export interface Weakness extends Omit<Weakening, 'location'> {
  /** Undefined: it is not written anywhere any more. */
  readonly at: Place | undefined;
}
