import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSize, parseSize } from '../../src/units/size.js';

const example = 'write it like `40TB`, `1.5TiB` or `800GB`';

describe('parseSize', () => {
  it.each([
    ['0B', 0],
    ['512B', 512],
    ['1KB', 1000],
    ['1kB', 1000],
    ['1KiB', 1024],
    ['40TB', 40e12],
    ['1.5TiB', 1.5 * 2 ** 40],
    ['1.1TB', 1_100_000_000_000],
    ['2.675GB', 2_675_000_000],
    ['3PB', 3e15],
    ['1EiB', 2 ** 60],
    ['0.5B', 1],
  ])('reads %s as %d bytes', (text, bytes) => {
    expect(parseSize(text)).toEqual({ ok: true, value: bytes });
  });

  it.each([
    ['', 'is empty', example],
    ['40', 'has no unit', 'write `40GB` (gigabytes) or `40TB` (terabytes)'],
    ['-1TB', 'is negative', 'an amount of data is `0B` or more'],
    ['40T', 'has its unit in a form that is not read', 'write `40TB`'],
    ['40Ti', 'has its unit in a form that is not read', 'write `40TiB`'],
    ['40tb', 'has its unit in a form that is not read', 'write `40TB`'],
    ['1,5TB', 'has its unit in a form that is not read', 'write `1.5TB`'],
    ['40 TB', 'has spaces in it', 'write `40TB`'],
    ['40Tb', 'is in bits', 'write `40TB` for bytes'],
    ['1e3GB', 'is not an amount of data', example],
    ['much', 'is not an amount of data', example],
    ['1.2345TB', 'is not an amount of data', example],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseSize(text)).toEqual({ ok: false, reason, help });
  });
});

describe('formatSize', () => {
  it.each([
    [0, '0B'],
    [999, '999B'],
    [40e12, '40TB'],
    [1.5 * 2 ** 40, '1.5TiB'],
    [1024, '1KiB'],
    [1_431_297_853, '1431297853B'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(1e9),
          fc.nat(9000).map((n) => n * 1e12),
          fc.nat(8000).map((n) => n * 2 ** 40),
        ),
        (bytes) => {
          expect(parseSize(formatSize(bytes))).toEqual({ ok: true, value: bytes });
        },
      ),
      { seed: 20221015, numRuns: 500 },
    );
  });
});
