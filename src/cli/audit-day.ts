import { parseDate } from '../units/date.js';
import { CliError } from './cli-error.js';
import { exitCodes } from './exit-code.js';

/** Where the day may be stated, the most specific first. Everything is in UTC, so that the time zone does not matter. */
export interface DaySources {
  /** `--now` or its environment variable. */
  readonly stated: string | undefined;
  /** Seconds since 1970, as reproducible builds state it. */
  readonly sourceDateEpoch: string | undefined;
  /** Already checked to be a day. */
  readonly settings: string | undefined;
  readonly clock: Date;
}

/** The day by which ages and expiries are judged, as an ISO date. */
export function auditDay({ stated, sourceDateEpoch, settings, clock }: DaySources): string {
  if (stated !== undefined) {
    const day = parseDate(stated);
    if (!day.ok) throw new CliError(exitCodes.usage, `--now "${stated}" ${day.reason}`, [day.help]);
    return day.value;
  }
  if (sourceDateEpoch === undefined || sourceDateEpoch === '') return settings ?? isoDay(clock);
  const date = new Date(/^\d+$/.test(sourceDateEpoch) ? Number(sourceDateEpoch) * 1000 : Number.NaN);
  if (!Number.isNaN(date.getTime())) return isoDay(date);
  throw new CliError(exitCodes.usage, `SOURCE_DATE_EPOCH="${sourceDateEpoch}" is not a number of seconds`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
