import { lastDayWithin, type Interval } from './interval.js';

/** How old something dated may be. */
export interface AgeLimit {
  readonly limit: Interval;
  /** What may pass beyond that before it counts no more. */
  readonly grace: Interval;
}

export interface Age {
  /** `in grace`: it still counts, and has to be repeated. */
  readonly standing: 'fresh' | 'in grace' | 'stale';
  /** The last day on which it still counts, grace included. */
  readonly counts: string;
}

/** How something done on a day stands on another; both are ISO dates, and the last day of a limit is within it. */
export function ageOn(now: string, date: string, { limit, grace }: AgeLimit): Age {
  const due = lastDayWithin(date, limit);
  const counts = lastDayWithin(due, grace);
  return { standing: now <= due ? 'fresh' : now <= counts ? 'in grace' : 'stale', counts };
}
