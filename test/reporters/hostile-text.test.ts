import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { reporters } from '../../src/reporters/index.js';
import { plain80 } from './fixtures/options.js';
import { reportOf, unauditedReport, unknownReference, weakTool } from './fixtures/report-fixtures.js';

const forbidden = /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const command = /^\s*::|##(?:\[|vso\[|teamcity\[)/im;

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;x\u0007',
        '\u009b31m',
        '\u202e',
        '\u2066',
        '\r\n',
        '\n::error::x',
        '::set-output name=a::b',
      ),
      fc.constantFrom(
        '##[error]x',
        '##vso[task.complete]',
        '##teamcity[x',
        '\u0000',
        '\t',
        ' ',
        '\u2028',
        '\ufeff',
        '#',
        '[',
        ':',
        'name',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A report in which every text that comes from an inventory or a file name is the given one. */
function audited(text: string): Report {
  const locations = weakTool.locations.map((one) => ({ ...one, path: text, label: text, excerpt: text }));
  const subject = { type: 'service', id: text, owner: text, tier: text } as const;
  const finding = {
    ...weakTool,
    subject,
    message: text,
    locations,
    hurts: [text, text],
    derivation: [text],
    fix: text,
  };
  return { ...reportOf([finding]), gaps: [{ field: text, subjects: [text], promises: 1, checks: 1 }] };
}

function unaudited(text: string): Report {
  const locations = unknownReference.locations.map((one) => ({ ...one, path: text, label: text, excerpt: text }));
  return unauditedReport([{ code: 'reference', message: text, locations, help: text }]);
}

describe.each([...reporters.keys()])('%s', (name) => {
  it('lets no text of an inventory act on a terminal or a log', async () => {
    const render = await reporters.get(name)?.load();
    if (render === undefined) throw new Error(`no reporter ${name}`);
    fc.assert(
      fc.property(hostile, fc.constantFrom(audited, unaudited), (text, make) => {
        const output = render(make(text), plain80);
        expect(forbidden.exec(output)).toBeNull();
        expect(command.exec(output)).toBeNull();
      }),
      { seed: 20221015, numRuns: 300 },
    );
  });
});
