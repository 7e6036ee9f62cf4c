import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../../src/units/age.js';
import { addDays, addMonths, daysBetween, parseDate } from '../../src/units/date.js';
import { formatInterval, lastDayWithin, parseInterval, type Interval } from '../../src/units/interval.js';
import { runs } from '../support/runs.js';

const day = 86_400;

const dates = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const intervals = fc.record({
  months: fc.integer({ min: 0, max: 60 }),
  seconds: fc.integer({ min: 0, max: 400 }).map((days) => days * day),
});

describe('parseInterval', () => {
  it.each([
    ['12mo', 12, 0],
    ['1y', 12, 0],
    ['1y6mo', 18, 0],
    ['3mo2w1d', 3, 15],
    ['P12M', 12, 0],
    ['P1Y', 12, 0],
    ['P1Y3M10D', 15, 10],
    ['365d', 0, 365],
    ['26w', 0, 182],
    ['P30D', 0, 30],
    ['0s', 0, 0],
  ])('reads %s', (text, months, days) => {
    expect(parseInterval(text)).toEqual({ ok: true, value: { months, seconds: days * day } });
  });

  it('takes minutes for what durations take for them', () => {
    expect(parseInterval('12m')).toEqual({ ok: true, value: { months: 0, seconds: 720 } });
    expect(parseInterval('PT12M')).toEqual({ ok: true, value: { months: 0, seconds: 720 } });
  });

  it.each([
    ['12 months', 'has units in a form that is not read', 'write `12mo`'],
    ['1 year', 'has units in a form that is not read', 'write `1y`'],
    ['2 quarters', 'has units in a form that is not read', 'write `6mo`'],
    ['12M', 'may mean minutes or months', 'write `12mo` for months'],
    ['12 min', 'has spaces in it', 'write `12m`'],
    ['1mo1y', 'is not a length of time', 'write it like `12mo`, `1y`, `90d` or `P12M`'],
    ['yearly', 'is not a length of time', 'write it like `12mo`, `1y`, `90d` or `P12M`'],
    ['P1Y2H', 'is not a length of time', 'write it like `12mo`, `1y`, `90d` or `P12M`'],
    ['365', 'has no unit', 'write `365m` (minutes) or `365s` (seconds)'],
    ['', 'is empty', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseInterval(text)).toMatchObject({ ok: false, reason });
    expect(parseInterval(text)).toMatchObject({ ok: false, help });
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(intervals, (interval) => {
        expect(parseInterval(formatInterval(interval))).toEqual({ ok: true, value: interval });
      }),
      { seed: 7, numRuns: runs(300) },
    );
  });
});

describe('days in the calendar', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-03-31', 6, '2025-09-30'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2099-11-30', 3, '2100-02-28'],
    ['9999-06-01', 12, '9999-12-31'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('adds days as they are counted', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3000 }), (date, days) => {
        const later = addDays(date, days);
        expect(parseDate(later)).toEqual({ ok: true, value: later });
        expect(daysBetween(date, later)).toBe(days);
      }),
      { seed: 8, numRuns: runs(300) },
    );
    expect(addDays('9999-12-01', 99_999)).toBe('9999-12-31');
  });
});

describe('ageOn', () => {
  const year: Interval = { months: 12, seconds: 0 };
  const none: Interval = { months: 0, seconds: 0 };
  const month: Interval = { months: 1, seconds: 0 };

  it('counts to the day of the calendar, that day included', () => {
    const limit = { limit: year, grace: none };
    expect(ageOn('2024-06-30', '2023-06-30', limit)).toEqual({ standing: 'fresh', counts: '2024-06-30' });
    expect(ageOn('2024-07-01', '2023-06-30', limit).standing).toBe('stale');
    expect(ageOn('2025-02-28', '2024-02-29', limit).standing).toBe('fresh');
    expect(ageOn('2025-03-01', '2024-02-29', limit).standing).toBe('stale');
  });

  it('counts the grace from the day on which it is due', () => {
    const limit = { limit: month, grace: month };
    expect(ageOn('2025-02-28', '2025-01-31', limit).standing).toBe('fresh');
    expect(ageOn('2025-03-01', '2025-01-31', limit)).toEqual({ standing: 'in grace', counts: '2025-03-28' });
    expect(ageOn('2025-03-29', '2025-01-31', limit).standing).toBe('stale');
  });

  it('never calls a later day staler, nor a longer limit or grace', () => {
    const order = ['fresh', 'in grace', 'stale'];
    const rank = (now: string, date: string, limit: Interval, grace: Interval): number =>
      order.indexOf(ageOn(now, date, { limit, grace }).standing);
    fc.assert(
      fc.property(dates, dates, dates, intervals, intervals, (now, one, other, limit, grace) => {
        const [earlier = '', later = ''] = [one, other].sort();
        expect(rank(now, later, limit, grace)).toBeLessThanOrEqual(rank(now, earlier, limit, grace));
        expect(rank(earlier, now, limit, grace)).toBeLessThanOrEqual(rank(later, now, limit, grace));
        const more = { ...limit, months: limit.months + 1 };
        expect(rank(now, one, more, grace)).toBeLessThanOrEqual(rank(now, one, limit, grace));
        const longer = { ...grace, seconds: grace.seconds + day };
        expect(rank(now, one, limit, longer)).toBeLessThanOrEqual(rank(now, one, limit, grace));
      }),
      { seed: 9, numRuns: runs(1000) },
    );
  });

  it('lets hours count as no day', () => {
    expect(lastDayWithin('2025-01-01', { months: 0, seconds: 12 * 3600 })).toBe('2025-01-01');
  });
});
