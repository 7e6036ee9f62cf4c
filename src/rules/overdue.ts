import type { DateOrNever } from '../model/model.js';
import { ageOn } from '../units/age.js';
import { daysBetween } from '../units/date.js';
import type { Interval } from '../units/interval.js';
import type { Facts } from './facts.js';

const day = 86_400;

/** Why something dated does not count any more, or will not for long. */
export interface Overdue {
  /** Days since; undefined: it has never happened, or is dated in the future. */
  readonly days: number | undefined;
  /** The end of a sentence about it: `was last reviewed 500 days ago (2024-01-01), at most 12 months are allowed`. */
  readonly told: string;
  readonly label: string;
  /** For the failure: whether it still counts, in its grace. */
  readonly mark: { readonly inGrace?: true };
}

/**
 * What is wrong with the day something was last done, or undefined. A day after today proves nothing: it has not been
 * done yet. `done` is the participle: `reviewed`.
 */
export function overdue(date: DateOrNever, facts: Facts, maxAge: Interval, done: string): Overdue | undefined {
  if (date === 'never') return { days: undefined, told: `has never been ${done}`, label: 'never', mark: {} };
  const { now } = facts;
  const days = daysBetween(date, now);
  if (days < 0) {
    return { days: undefined, told: `is to be ${done} only on ${date}, today is ${now}`, label: 'not yet', mark: {} };
  }
  const late = lateness(date, facts, maxAge);
  if (late === undefined) return undefined;
  const told = `was last ${done} ${days} days ago (${date}), ${late.told}`;
  return { days, told, label: `${days} days ago`, mark: late.mark };
}

/** Why a day in the past is too long ago, after a comma: `at most 12 months are allowed`; undefined: it is not. */
export function lateness(
  date: string,
  { now, maxAge: { grace } }: Facts,
  limit: Interval,
): Pick<Overdue, 'told' | 'mark'> | undefined {
  const { standing, counts } = ageOn(now, date, { limit, grace });
  if (standing === 'fresh') return undefined;
  const told = `at most ${tellLimit(limit)} allowed`;
  return standing === 'stale'
    ? { told, mark: {} }
    : { told: `${told}; it counts until ${counts}`, mark: { inGrace: true } };
}

/** Whether a day in the past is so long ago that it counts no more. */
export function isStale({ now, maxAge: { grace } }: Facts, date: string, limit: Interval): boolean {
  return ageOn(now, date, { limit, grace }).standing === 'stale';
}

/** `365` days go without saying what they are; the age stands in days before it. */
function tellLimit({ months, seconds }: Interval): string {
  const days = Math.floor(seconds / day);
  const verb = months + days === 1 ? 'is' : 'are';
  if (months === 0) return `${days} ${verb}`;
  return `${months} month${months === 1 ? '' : 's'}${days === 0 ? '' : ` and ${days} day${days === 1 ? '' : 's'}`} ${verb}`;
}
