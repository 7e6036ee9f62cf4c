import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinePacks, type OwnSettings } from '../../src/packs/combine.js';
import type { Pack, Threshold } from '../../src/packs/pack.js';
import type { Interval } from '../../src/units/interval.js';

const nothing: OwnSettings = { rules: new Map(), maxAge: {} };
const days = (count: number): Interval => ({ months: 0, seconds: count * 86_400 });

function packWith(name: string, thresholds: readonly Threshold[], severities: Pack['severities'] = {}): Pack {
  return { name, title: name, about: '', severities, thresholds, controls: [] };
}

function drillAge(value: string): Threshold {
  return { of: 'maxAge', option: 'drill', value, stricter: 'least', source: 'statute', basis: 'a law' };
}

function option(value: Threshold['value'], stricter: Threshold['stricter']): Threshold {
  return { of: 'some-rule', option: 'size', value, stricter, source: 'guidance', basis: 'advice' };
}

describe('packs together with settings', () => {
  it('count where the settings say nothing', () => {
    const set = drillAge('180d');
    const { maxAge, thresholdInForce } = combinePacks([packWith('a', [set])], nothing);
    expect(maxAge).toEqual({ drill: days(180) });
    expect(thresholdInForce(set)).toEqual({ value: '180d', from: 'a' });
  });

  it('give way to the settings, also to milder ones', () => {
    const set = drillAge('180d');
    const own: OwnSettings = {
      rules: new Map([['some-rule', { severity: 'off', options: { size: 1 } }]]),
      maxAge: { drill: days(900) },
    };
    const wanted = option(9, 'most');
    const combined = combinePacks([packWith('a', [set, wanted], { 'some-rule': 'critical' })], own);
    expect(combined.maxAge).toEqual({ drill: days(900) });
    expect(combined.rules.get('some-rule')).toMatchObject({ severity: 'off', options: { size: 1 } });
    expect(combined.thresholdInForce(set)).toEqual({ value: '900d', from: 'settings' });
    expect(combined.thresholdInForce(wanted)).toEqual({ value: 1, from: 'settings' });
    expect(combined.severityInForce('some-rule')).toEqual({ value: 'off', from: 'settings' });
  });

  it('leave settings alone that they do not touch', () => {
    const own: OwnSettings = { rules: new Map([['other', { severity: 'low' }]]), maxAge: { review: days(1) } };
    const { rules, maxAge, severityInForce } = combinePacks([packWith('a', [])], own);
    expect(rules.get('other')?.severity).toBe('low');
    expect(maxAge).toEqual({ review: days(1) });
    expect(severityInForce('some-rule')).toBeUndefined();
  });

  it.each([
    ['least', '12h', '2h', '2h'],
    ['most', '30km', '100km', '100km'],
    ['most', 2, 3, 3],
    ['least', '50%', '100%', '50%'],
    ['least', '12mo', '365d', '365d'],
    ['least', '12mo', '366d', '12mo'],
    ['least', '1mo', '31d', '1mo'],
    [['tabletop', 'functional', 'switchover'], 'functional', 'switchover', 'switchover'],
    ['most', false, true, true],
    ['most', '30km', '2h', '30km'],
  ] as const)('of two, %j of %j and %j is %j', (stricter, one, other, expected) => {
    const packs = [packWith('a', [option(one, stricter)]), packWith('b', [option(other, stricter)])];
    const { rules, thresholdInForce } = combinePacks(packs, nothing);
    expect(rules.get('some-rule')?.options).toEqual({ size: expected });
    expect(thresholdInForce(option(one, stricter))).toEqual({ value: expected, from: expected === one ? 'a' : 'b' });
  });

  it('of a framework count before a default of this tool, even a stricter one', () => {
    const ours: Threshold = { ...drillAge('365d'), source: 'tool default' };
    const packs = [packWith('a', [ours]), packWith('b', [drillAge('1095d')])];
    expect(combinePacks(packs, nothing).maxAge).toEqual({ drill: days(1095) });
    expect(combinePacks(packs.toReversed(), nothing).thresholdInForce(ours)).toEqual({ value: '1095d', from: 'b' });
  });

  it('of two the more severe one', () => {
    const packs = [packWith('a', [], { 'some-rule': 'medium' }), packWith('b', [], { 'some-rule': 'critical' })];
    expect(combinePacks(packs, nothing).severityInForce('some-rule')).toEqual({ value: 'critical', from: 'b' });
    expect(combinePacks(packs.toReversed(), nothing).rules.get('some-rule')?.atLeast).toBe('critical');
  });

  it('come to the same in any order, and another pack never makes it milder', () => {
    const ages = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ages, (counts) => {
        const packs = counts.map((count, index) => packWith(`p${index}`, [drillAge(`${count}d`)]));
        const { drill } = combinePacks(packs, nothing).maxAge;
        expect(combinePacks(packs.toReversed(), nothing).maxAge.drill).toEqual(drill);
        expect(drill).toEqual(days(Math.min(...counts)));
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
