import type { DateOrNever, Seconds } from '../model/model.js';
import { daysBetween } from '../units/date.js';
import type { Facts } from './facts.js';

const day = 86_400;

/** Why something dated does not count any more. */
export interface Overdue {
  /** Days since; undefined: it has never happened, or is dated in the future. */
  readonly days: number | undefined;
  /** The end of a sentence about it: `was last reviewed 500 days ago (2024-01-01), at most 365 are allowed`. */
  readonly told: string;
  readonly label: string;
}

/**
 * What is wrong with the day something was last done, or undefined. A day after today proves nothing: it has not been
 * done yet. `done` is the participle: `reviewed`.
 */
export function overdue(date: DateOrNever, { now }: Facts, maxAge: Seconds, done: string): Overdue | undefined {
  if (date === 'never') return { days: undefined, told: `has never been ${done}`, label: 'never' };
  const days = daysBetween(date, now);
  if (days < 0) {
    return { days: undefined, told: `is to be ${done} only on ${date}, today is ${now}`, label: 'not yet' };
  }
  const limit = Math.floor(maxAge / day);
  if (days <= limit) return undefined;
  const told = `was last ${done} ${days} days ago (${date}), at most ${limit} are allowed`;
  return { days, told, label: `${days} days ago` };
}
