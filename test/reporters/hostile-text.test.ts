import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { audited, hostile, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';

const forbidden = /(?!\n)\p{Cc}|\p{Cs}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const command = /^\s*::|##(?:\[|vso\[|teamcity\[)/im;
/** The one format that is made of commands: three of them, and nothing else in the whole line. */
const ownCommands = /^::(?:error|warning|notice) [^\n]*$/gm;

describe.each([...reporters])('%s', (name, { load }) => {
  it('lets no text of an inventory act on a terminal or a log', async () => {
    const render = await load();
    const harmless = (text: string, make: typeof audited): void => {
      const output = render(make(text), plain80);
      const rest = name === 'github' ? output.replace(ownCommands, '') : output;
      expect(forbidden.exec(output)).toBeNull();
      expect(command.exec(rest)).toBeNull();
    };
    for (const text of worst) for (const make of [audited, unaudited]) harmless(text, make);
    fc.assert(fc.property(hostile, fc.constantFrom(audited, unaudited), harmless), { seed: 20221015, numRuns: 300 });
  });

  it('gives the same bytes for the same report, and ends its last line', async () => {
    const render = await load();
    const [text = ''] = worst;
    const once = render(audited(text), plain80);
    expect(render(structuredClone(audited(text)), plain80)).toBe(once);
    expect(once).toMatch(/[^\n]\n$/);
  });
});
