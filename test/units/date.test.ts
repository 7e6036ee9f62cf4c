import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, parseDate } from '../../src/units/date.js';

const example = 'write it as year-month-day, such as `2025-04-02`';

describe('parseDate', () => {
  it.each(['2025-04-02', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['', 'is empty', example],
    ['2025-02-29', 'is not a day that exists: that month has 28 days', example],
    ['1900-02-29', 'is not a day that exists: that month has 28 days', example],
    ['2025-04-31', 'is not a day that exists: that month has 30 days', example],
    ['2025-04-00', 'is not a day that exists: that month has 30 days', example],
    ['2025-13-01', 'is not a day that exists: there are 12 months', example],
    ['2025-4-2', 'is not in the form year-month-day', 'write `2025-04-02`'],
    ['2025/04/02', 'is not in the form year-month-day', 'write `2025-04-02`'],
    ['2025-04-02T10:00:00Z', 'has more than a day in it', 'write `2025-04-02`'],
    ['02/04/2025', 'is not a date', example],
    ['yesterday', 'is not a date', example],
    ['2025-04-02\n', 'is not in the form year-month-day', 'write `2025-04-02`'],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseDate(text)).toEqual({ ok: false, reason, help });
  });
});

describe('daysBetween', () => {
  it.each([
    ['2025-04-02', '2025-04-02', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2025-01-01', '2024-01-01', -366],
    ['1999-12-31', '2000-03-01', 61],
  ])('counts from %s to %s: %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('agrees with the calendar of the platform', () => {
    const day = fc.date({
      min: new Date('1600-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
      { seed: 20221015 },
    );
  });
});
