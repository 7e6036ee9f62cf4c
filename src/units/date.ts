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
