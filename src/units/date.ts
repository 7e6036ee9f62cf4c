import { parsed, refused, type Parsed, type Refusal } from './parsed.js';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const example = 'write it as year-month-day, such as `2025-04-02`';

/** Reads a calendar day such as `2025-04-02` and gives it back unchanged, if that day exists. */
export function parseDate(text: string): Parsed<string> {
  const match = form.exec(text);
  if (!match) return dateRefusal(text);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12) return refused('is not a day that exists: there are 12 months', example);
  const last = daysIn(year, month);
  if (day < 1 || day > last) return refused(`is not a day that exists: that month has ${last} days`, example);
  return parsed(text);
}

/** Whole days from one ISO date to another, negative if `to` is the earlier. Both must have been read by `parseDate`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day that `parseDate` reads; what lies further ahead is taken for it. */
const lastDay = '9999-12-31';

/**
 * The same day of a later month, or the last day of that month where it has no such day: a month after 31 January is the
 * end of February. Never turns the order of two days round. `date` must have been read by `parseDate`.
 */
export function addMonths(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  return written(year, (month % 12) + 1, Number(date.slice(8, 10)));
}

/** So many days later. `date` must have been read by `parseDate`, `days` be a whole number that is not negative. */
export function addDays(date: string, days: number): string {
  let [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)) + days];
  for (let last = daysIn(year, month); day > last && year <= 9999; last = daysIn(year, month)) {
    day -= last;
    year += month === 12 ? 1 : 0;
    month = month === 12 ? 1 : month + 1;
  }
  return written(year, month, day);
}

function written(year: number, month: number, day: number): string {
  if (year > 9999) return lastDay;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(day, daysIn(year, month)))}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since an arbitrary fixed day, in the Gregorian calendar; years begin in March, so that leap days come last. */
function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10));
}

function dateRefusal(text: string): Refusal {
  const trimmed = text.trim();
  if (trimmed === '') return refused('is empty', example);
  if (trimmed.length > 40) return refused('is not a date', example);
  const start = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/.exec(trimmed);
  if (!start) return refused('is not a date', example);
  const [, year = '', month = '', day = '', rest = ''] = start;
  const advice = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!parseDate(advice).ok) return refused('is not a date', example);
  if (rest !== '') return refused('has more than a day in it', `write \`${advice}\``);
  return refused('is not in the form year-month-day', `write \`${advice}\``);
}
