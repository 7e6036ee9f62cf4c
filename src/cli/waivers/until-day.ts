import { parseDate } from '../../units/date.js';
import { parseDuration } from '../../units/duration.js';
import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';

const day = 86_400;

/** The last day of a waiver: as written, or so long from today. Today itself is the least. */
export function untilDay(text: string, now: string): string {
  const date = parseDate(text);
  const duration = parseDuration(text);
  if (!date.ok && !duration.ok)
    throw new CliError(exitCodes.usage, `--until "${text}" is neither a day nor a length of time`, [
      'write it like 2026-12-31 or 90d',
    ]);
  const until = date.ok ? date.value : duration.ok ? daysAfter(now, Math.floor(duration.value / day)) : now;
  if (until < now) throw new CliError(exitCodes.usage, `--until ${until} is in the past`, [`today is ${now}`]);
  return until;
}

function daysAfter(now: string, days: number): string {
  const date = new Date(`${now}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  if (parseDate(text).ok) return text;
  throw new CliError(exitCodes.usage, `--until: ${days} days from ${now} is beyond the calendar`);
}
