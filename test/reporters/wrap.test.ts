import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/reporters/columns.js';
import { wrap } from '../../src/reporters/wrap.js';

describe('wrap', () => {
  it('keeps every character but spaces, and no line above the width unless it is one narrow word', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z,./:-]{1,30}$/),
      fc.stringMatching(/^[판교데이터센板橋。、a-c]{1,30}$/),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.integer({ min: 10, max: 60 }), (words, width) => {
        const text = words.join(' ');
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        const tooWide = lines.filter((line) => stringWidth(line) > width);
        expect(tooWide.filter((line) => line.includes(' ') || /[판교데이터센板橋]{2}/.test(line))).toEqual([]);
      }),
      { seed: 20221015, numRuns: 500 },
    );
  });

  it('breaks between wide characters and not in front of what closes a sentence', () => {
    expect(wrap('板橋の建物。', 10)).toEqual(['板橋の建', '物。']);
  });

  it('gives one line for nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
  });
});

describe('columnsOf', () => {
  it('agrees with the slow and thorough count', () => {
    const character = fc.oneof(
      fc.constantFrom(...'aZ~ 、。のヿーァヺ板鿿가힣ｶﾞé·…✖✔▲●○■'),
      fc.constantFrom('e\u0301', '\u3099', '👩‍💻', '\u1100', '\u1161', '\ufe0f', '\u200d'),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join('');
        expect(columnsOf(text)).toBe(stringWidth(text));
      }),
      { seed: 20221015, numRuns: 2_000 },
    );
  });
});
