import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../src/units/duration.js';

const seed = 20221015;

describe('parseDuration', () => {
  it.each([
    ['0s', 0],
    ['15m', 900],
    ['90s', 90],
    ['1h30m', 5400],
    ['2d', 172_800],
    ['1w', 604_800],
    ['1w2d3h4m5s6ms', 788_645.006],
    ['500ms', 0.5],
    ['1s1ms', 1.001],
    ['1.5h', 5400],
    ['1.1h', 3960],
    ['0.001s', 0.001],
    ['PT15M', 900],
    ['P1DT2H', 93_600],
    ['P2W', 1_209_600],
    ['PT0S', 0],
    ['PT1.5S', 1.5],
    ['P1D', 86_400],
    ['999999999w', 999_999_999 * 604_800],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: seconds });
  });

  it.each([
    ['', 'is empty', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['5', 'has no unit', 'write `5m` (minutes) or `5s` (seconds)'],
    ['1.5', 'has no unit', 'write `1.5m` (minutes) or `1.5s` (seconds)'],
    ['0', 'has no unit', 'write `0m` (minutes) or `0s` (seconds)'],
    ['1:30', 'looks like a time of day', 'write `1h30m` (hours and minutes) or `1m30s` (minutes and seconds)'],
    ['1:02:03', 'looks like a time of day', 'write `1h2m3s`'],
    ['-5m', 'is negative', 'a duration is `0s` or more'],
    ['\u22125m', 'is negative', 'a duration is `0s` or more'],
    ['1M', 'may mean minutes or months', 'write `1m` for minutes or `30d` for months'],
    ['1mo', 'has no fixed length in `mo`', 'write it in days: `30d`'],
    ['2 years', 'has no fixed length in `years`', 'write it in days: `730d`'],
    ['P1Y', 'has years or months, which have no fixed length', 'write it in days, such as `P30D` or `365d`'],
    ['P1M', 'has years or months, which have no fixed length', 'write it in days, such as `P30D` or `365d`'],
    ['pt15m', 'is not in the capitals of ISO 8601', 'write `PT15M`'],
    ['P', 'is not a duration of ISO 8601', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['PT', 'is not a duration of ISO 8601', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['P1DT', 'is not a duration of ISO 8601', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['15 minutes', 'has spaces in it', 'write `15m`'],
    [' 15m', 'has spaces in it', 'write `15m`'],
    ['1h 30m', 'has spaces in it', 'write `1h30m`'],
    ['15min', 'has units in a form that is not read', 'write `15m`'],
    ['2D', 'has units in a form that is not read', 'write `2d`'],
    ['1,5h', 'has units in a form that is not read', 'write `1.5h`'],
    ['30m1h', 'has its units out of order', 'write `1h30m`'],
    ['1h1h', 'names a unit twice', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['1.5h30m', 'has a decimal beside another unit', 'write whole numbers, such as `1h30m`'],
    ['5x', 'has an unknown unit `x`', 'units are `w`, `d`, `h`, `m`, `s` and `ms`'],
    ['4h garbage', 'is not a duration', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['15m\n', 'has spaces in it', 'write `15m`'],
    ['1e3s', 'has an unknown unit `e`', 'units are `w`, `d`, `h`, `m`, `s` and `ms`'],
    ['\u0661\u0665m', 'is not a duration', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['9999999999s', 'is too large or too precise', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['1.0001s', 'is too large or too precise', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['unknown', 'is not a duration', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
    ['1'.repeat(100_000), 'is not a duration', 'write it like `15m`, `1h30m`, `2d` or `PT15M`'],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseDuration(text)).toEqual({ ok: false, reason, help });
  });

  it('gives advice that it reads itself', () => {
    const part = fc.tuple(
      fc.nat(10_000),
      fc.constantFrom('', ' ', '  '),
      fc.constantFrom('w', 'days', 'H', 'min', 'Sec', 'ms', 'mo', 'y'),
    );
    const slip = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((piece) => piece.join('')).join(' '));
    fc.assert(
      fc.property(slip, (text) => {
        const result = parseDuration(text);
        const advice = result.ok ? undefined : /^write `([^`]+)`$/.exec(result.help)?.[1];
        if (advice !== undefined) expect(parseDuration(advice).ok).toBe(true);
      }),
      { seed },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789wdhmsPTYDHMS.:, -') })),
        (text) => {
          const result = parseDuration(text);
          if (result.ok) expect(result.value).toBeGreaterThanOrEqual(0);
          else expect(result.reason).not.toBe('');
        },
      ),
      { seed, numRuns: 2000 },
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [4500, '1h15m'],
    [59.5, '59s500ms'],
    [0.5, '500ms'],
    [90, '1m30s'],
    [604_800, '7d'],
    [200_000, '2d7h33m20s'],
    [200_000.4, '2d7h33m20s'],
    [3599.9996, '1h'],
    [-60, '-1m'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toEqual({ ok: true, value: seconds });
      }),
      { seed },
    );
  });

  it('is exact to the millisecond below an hour', () => {
    fc.assert(
      fc.property(fc.nat(3_599_999), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds / 1000))).toEqual({ ok: true, value: milliseconds / 1000 });
      }),
      { seed },
    );
  });

  it('writes what was read in one form only', () => {
    const written = fc
      .tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
      .map(([d, h, m, s]) => `${d}d${h}h${m}m${s}s`);
    fc.assert(
      fc.property(written, (text) => {
        const first = parseDuration(text);
        const again = first.ok ? parseDuration(formatDuration(first.value)) : first;
        expect(again).toEqual(first);
        expect(first.ok).toBe(true);
      }),
      { seed },
    );
  });
});
