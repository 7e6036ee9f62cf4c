import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchema } from '../../scripts/generate.js';
import { parseDate } from '../../src/units/date.js';
import { parseDuration } from '../../src/units/duration.js';
import { parseInterval } from '../../src/units/interval.js';
import { parseRate } from '../../src/units/rate.js';
import { parseShare } from '../../src/units/share.js';
import { parseSize } from '../../src/units/size.js';

/** The pattern of a definition without the word `unknown`. */
async function patternOf(schema: string, definition: string): Promise<RegExp> {
  const text = JSON.stringify(await readSchema(schema));
  const parsed: { readonly $defs: Readonly<Record<string, { readonly pattern: string }>> } = JSON.parse(text);
  return new RegExp((parsed.$defs[definition]?.pattern ?? 'missing').replace('unknown|', ''), 'u');
}

describe.each([
  ['inventory.v1', 'duration', parseDuration, '0123456789.wdhmsPTWDHMS'],
  ['settings.v1', 'interval', parseInterval, '0123456789.ymowdhsPTYMWDHS'],
  ['inventory.v1', 'size', parseSize, '0123456789.kKMGTPEiB'],
  ['inventory.v1', 'rate', parseRate, '0123456789.kKMGiBbits/smhd'],
  ['inventory.v1', 'share', parseShare, '0123456789.%'],
  ['inventory.v1', 'calendarDate', parseDate, '0123456789-'],
] as const)('the pattern in %s of a %s', async (schema, definition, parse, letters) => {
  const pattern = await patternOf(schema, definition);
  const settings = { seed: 20221015, numRuns: 2000 };

  it('lets pass only what is read', () => {
    // The generator of matching texts does not know lookaheads: what it makes beside the pattern is left out.
    const plain = new RegExp(pattern.source.replaceAll(/\(\?=[^)]*\)/g, ''), 'u');
    fc.assert(
      fc.property(fc.stringMatching(plain), (text) => {
        expect(parse(text).ok).toBe(pattern.test(text));
      }),
      settings,
    );
  });

  it('stops whatever is not read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), (text) => {
        expect(pattern.test(text)).toBe(parse(text).ok);
      }),
      settings,
    );
  });
});

it('the pattern of a date knows every day that exists', async () => {
  const pattern = await patternOf('inventory.v1', 'calendarDate');
  for (const year of ['1900', '2000', '2023', '2024', '2100', '2400']) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(pattern.test(text), text).toBe(parseDate(text).ok);
      }
    }
  }
});
