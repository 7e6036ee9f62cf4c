import { describe, expect, it } from 'vitest';
import { formatRate, parseRate } from '../../src/units/rate.js';

const example = 'write it like `200MB/s` or `1Gbit/s`';

describe('parseRate', () => {
  it.each([
    ['200MB/s', 200e6],
    ['1Gbit/s', 125e6],
    ['60Mbit/s', 7.5e6],
    ['60kbit/s', 7500],
    ['1Kibit/s', 128],
    ['1MiB/s', 2 ** 20],
    ['3.6GB/h', 1e6],
    ['86.4MB/d', 1000],
    ['6KB/m', 100],
    ['8bit/s', 1],
    ['5B/s', 5],
  ])('reads %s as %d bytes a second', (text, rate) => {
    expect(parseRate(text)).toEqual({ ok: true, value: rate });
  });

  it.each([
    ['', 'is empty', example],
    ['200', 'has no unit', 'write `200MB/s` (bytes) or `200Mbit/s` (bits)'],
    ['200MB', 'does not say per what time', 'write `200MB/s`'],
    ['200Mbps', 'has its unit in a form that is not read', 'write `200Mbit/s`'],
    ['200MBps', 'has its unit in a form that is not read', 'write `200MB/s`'],
    ['200 MB/s', 'has spaces in it', 'write `200MB/s`'],
    ['1gbit/sec', 'has its unit in a form that is not read', 'write `1Gbit/s`'],
    ['-1MB/s', 'is negative', example],
    ['0MB/s', 'is zero: nothing would ever arrive', 'write the rate that was measured, or `unknown`'],
    ['fast', 'is not a rate', example],
    ['1iB/s', 'is not a rate', example],
    ['1kiB/s', 'has its unit in a form that is not read', 'write `1KiB/s`'],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseRate(text)).toEqual({ ok: false, reason, help });
  });
});

describe('formatRate', () => {
  it('writes bytes a second', () => {
    expect(formatRate(200e6)).toBe('200MB/s');
    expect(formatRate(125e6)).toBe('125MB/s');
  });
});
