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

  // Values that the tests of GitHub's own upload action state.
  const ended = 'e9496ae3ebfced30 fb7c023a8b9ccb3f ce8ba1a563dcdaca e20e36e16fcb0cc8 b3edc88f2938467e c8e28b0b4002a3a0';
  it.each([
    [' a\nb\n  \t\tc\n d', '271789c17abda88f 54703d4cd895b18 180aee12dab6264 a23a3dc5e078b07b'],
    [
      ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
      '8b7cf3e952e7aeb2 b1ae1287ec4718d9 bff680108adb0fcc c6805c5e1288b612 b86d3392aea1be30 e6ceba753e1a442',
    ],
    [' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', `${ended} c129715d7a2bc9a3`],
    [' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', `${ended} c129715d7a2bc9a3`],
    [' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', `${ended} c129715d7a2bc9a3`],
  ])('are those that GitHub works out for %j', (text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes.split(' ').map((hash) => `${hash}:1`));
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
