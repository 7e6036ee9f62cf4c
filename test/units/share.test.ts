import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatShare, parseShare } from '../../src/units/share.js';

describe('parseShare', () => {
  it.each([
    ['0%', 0],
    ['60%', 0.6],
    ['100%', 1],
    ['120%', 1.2],
    ['33.3%', 0.333],
    ['0.1%', 0.001],
  ])('reads %s as %d', (text, share) => {
    expect(parseShare(text)).toEqual({ ok: true, value: share });
  });

  it.each([
    ['', 'is empty', 'write it like `60%`'],
    ['60', 'has no percent sign', 'write `60%`'],
    ['0.4', 'has no percent sign', 'write `40%` for that share of the whole'],
    ['1', 'has no percent sign', 'write `100%` for that share of the whole'],
    ['0', 'has no percent sign', 'write `0%`'],
    ['60 %', 'has spaces in it', 'write `60%`'],
    ['60percent', 'has its percent sign in a form that is not read', 'write `60%`'],
    ['-5%', 'is negative', 'a share is `0%` or more'],
    ['half', 'is not a share', 'write it like `60%`'],
  ])('refuses %j: %s', (text, reason, help) => {
    expect(parseShare(text)).toEqual({ ok: false, reason, help });
  });

  it('reads back what formatShare writes', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (thousandths) => {
        const share = thousandths / 100_000;
        expect(parseShare(formatShare(share))).toEqual({ ok: true, value: share });
      }),
      { seed: 20221015 },
    );
  });
});
