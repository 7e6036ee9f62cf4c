import { addDays, addMonths } from './date.js';
import { formatDuration, parseDuration } from './duration.js';
import { parsed, refused, type Parsed, type Refusal } from './parsed.js';

/** A length of time as calendars count it: months first, and then a duration. */
export interface Interval {
  readonly months: number;
  readonly seconds: number;
}

const day = 86_400;

// Two digits of years and three of months stay within the calendar for centuries.
const short = /^(?=\d)(?:(\d{1,2})y)?(?:(\d{1,3})mo)?(?:(\d{1,4})w)?(?:(\d{1,5})d)?$/;
const iso = /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const spoken = /^(\d{1,3})\s*(y|yrs?|years?|a|q|quarters?|mos?|mon|mths?|months?)$/i;

/** Reads what `parseDuration` does, and with calendar months: `12mo`, `1y`, `1y6mo`, `3mo15d`, `P12M`, `P1Y`. */
export function parseInterval(text: string): Parsed<Interval> {
  const duration = parseDuration(text);
  if (duration.ok) return parsed({ months: 0, seconds: duration.value });
  const parts = short.exec(text) ?? iso.exec(text);
  if (parts === null) return intervalRefusal(text, duration);
  const [, years = 0, months = 0, weeks = 0, days = 0] = parts.map(Number).map((part) => (part > 0 ? part : 0));
  return parsed({ months: years * 12 + months, seconds: (weeks * 7 + days) * day });
}

/** Of what people write for months and years only the form is wrong; the rest is refused as a duration is. */
function intervalRefusal(text: string, duration: Refusal): Refusal {
  const [, number = '', unit = ''] = spoken.exec(text.trim()) ?? [];
  const first = unit.slice(0, 1).toLowerCase();
  if (/^\d{1,3}M$/.test(text))
    return refused('may mean minutes or months', `write \`${text.toLowerCase()}o\` for months`);
  if (first !== '') {
    const advice = first === 'm' ? `${number}mo` : first === 'q' ? `${Number(number) * 3}mo` : `${number}y`;
    return refused('has units in a form that is not read', `write \`${advice}\``);
  }
  const generic = /^(?:is not a duration|has no fixed length|has years or months)/.test(duration.reason);
  return generic ? refused('is not a length of time', 'write it like `12mo`, `1y`, `90d` or `P12M`') : duration;
}

/** Writes it as the settings would: `12mo`, `365d`, `3mo15d`. */
export function formatInterval({ months, seconds }: Interval): string {
  return `${months === 0 ? '' : `${months}mo`}${months > 0 && seconds === 0 ? '' : formatDuration(seconds)}`;
}

/** The last day on which what was done on `date` is not older than this. Hours count as no day. */
export function lastDayWithin(date: string, { months, seconds }: Interval): string {
  return addDays(addMonths(date, months), Math.floor(seconds / day));
}
