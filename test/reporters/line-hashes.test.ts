import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../src/reporters/line-hashes.js';

/** The same by the letter: a polynomial over the first hundred units that are kept, in whole numbers of any size. */
function byTheLetter(text: string): readonly string[] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  const kept = lines.map((line) => line.replaceAll(' ', '').replaceAll('\t', ''));
  const seen = new Map<string, number>();
  return kept.map((_, index) => {
    const rest = `${kept.slice(index).join('\n')}\uffff`;
    let hash = 0n;
    for (let unit = 0; unit < 100; unit += 1)
      hash = BigInt.asUintN(64, hash * 37n + BigInt(unit < rest.length ? rest.charCodeAt(unit) : 0));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex) ?? 0}`;
  });
}

describe('the hashes of lines', () => {
  it('are those that GitHub works out for an empty file', () => {
    expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
    expect(lineHashes('\n').at(-1)).toBe('c129715d7a2bc9a3:1');
  });

  it('are a polynomial modulo 2^64 of what the line begins with', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('', 'same', '  same', 'same\t', '서비스', '🔥', 'x'.repeat(150)),
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 30 })
      .map((all) => all.flat().join(''));
    fc.assert(
      fc.property(text, (one) => {
        expect(lineHashes(one)).toEqual(byTheLetter(one));
      }),
      { seed: 20221015, numRuns: 300 },
    );
  });

  it('count lines that are alike', () => {
    const hashes = lineHashes('at: here\n'.repeat(30));
    expect(hashes.slice(0, 3).map((hash) => hash.split(':')[1])).toEqual(['1', '2', '3']);
    expect(new Set(hashes).size).toBe(31);
  });
});
