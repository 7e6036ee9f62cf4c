import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AliasBudget } from '../../src/source/alias-budget.js';
import { readCompletely } from '../../src/source/complete-reader.js';
import { PlainReader } from '../../src/source/plain-reader.js';
import { locate } from '../../src/source/locate.js';
import { defaultLimits } from '../../src/source/source-limits.js';
import { readSources } from '../../src/source/read-sources.js';
import { runs } from '../support/runs.js';
import { readYaml } from '../../src/source/read-yaml.js';
import { expectSamePositions, readPlainly } from './agreement.js';
import { anchoredTexts } from './anchored-texts.js';
import { oracle } from './yaml-oracle.js';
import { damaged, lineSoup, manyLines, writtenDocument } from './yaml-texts.js';

const file = 'a.yaml';
const limits = defaultLimits;

const texts = {
  'lines out of pieces': lineSoup,
  'written documents': writtenDocument,
  'damaged documents': damaged(writtenDocument),
  'damaged lines': damaged(lineSoup),
  'values over many lines': manyLines,
  'anchors and aliases': anchoredTexts,
  'damaged anchors': damaged(anchoredTexts),
};

describe.each(Object.entries(texts))('%s', (_, arbitrary) => {
  test('what the plain reader reads, the yaml package reads as the same data', () => {
    let answers = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        const data = readPlainly(text);
        if (data === undefined) return;
        answers += 1;
        expect(oracle(text)).toEqual({ kind: 'data', data });
      }),
      { numRuns: runs(3000), seed: 20221015 },
    );
    expect(answers).toBeGreaterThan(runs(3000) / 50);
  });

  test('items read one by one are the same data, and lie at the same positions', () => {
    let answers = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        const { values, problems, format } = readYaml(file, text, limits);
        if (format !== 'plain-yaml') return;
        answers += 1;
        expect(problems).toEqual([]);
        expect(oracle(text)).toEqual({ kind: 'data', data: values[0] });
        expectSamePositions(text, values[0]);
      }),
      { numRuns: runs(1000), seed: 12730 },
    );
    expect(answers).toBeGreaterThan(runs(1000) / 50);
  });

  test('whichever way a text is read, it has a problem or the data of the yaml package', () => {
    // So short a limit makes nearly every text a long file, whose problems are found item by item.
    const short = { ...limits, completeLength: 30 };
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(limits, short), (text, inForce) => {
        const { documents, problems, sources } = readSources([{ path: file, content: text }], inForce);
        for (const { at } of problems) {
          expect('start' in at && at.start >= 0 && at.start <= text.length).toBe(true);
          expect(locate(sources, at).start.line).toBeLessThanOrEqual(text.split('\n').length);
        }
        const expected = oracle(sources.texts.get(file)?.text ?? '');
        if (documents.length !== 1 || problems.length > 0) {
          expect(problems.length > 0 || documents.length > 1).toBe(true);
        } else if (!(expected.kind === 'refused' && expected.why.endsWith(' documents'))) {
          expect(expected).toEqual({ kind: 'data', data: documents[0]?.value });
        }
      }),
      { numRuns: runs(1000), seed: 1022 },
    );
  });
});

describe('limits of aliases', () => {
  test('what the plain reader reads within them, a complete reader does too', () => {
    const tight = { ...limits, depth: 5, aliasedValues: 14 };
    let answers = 0;
    fc.assert(
      fc.property(anchoredTexts, (text) => {
        if (new PlainReader(text, 0, text.length, tight, undefined).read() === undefined) return;
        answers += 1;
        const piece = { file, text, base: 0, depth: 1 };
        expect(readCompletely(piece, tight, new AliasBudget(tight.aliasedValues)).problems).toEqual([]);
      }),
      { numRuns: runs(3000), seed: 20221016 },
    );
    expect(answers).toBeGreaterThan(runs(3000) / 20);
  });

  test('hold for aliases in what other aliases stand for', () => {
    const doubling = Array.from({ length: 40 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}]`);
    const text = `k0: &k0 [a]\n${doubling.join('\n')}\n`;
    expect(readPlainly(text)).toBeUndefined();
    expect(readYaml(file, text, limits).problems).toMatchObject([{ code: 'limit' }]);
  });

  test('let an inventory use one for every service', () => {
    const services = Array.from({ length: 9000 }, (_, at) => `  s${at}:\n    recovery: *usual\n`);
    const text = `x-usual: &usual\n  detect: 1m\n  decide: 2m\n  execute: 3m\nservices:\n${services.join('')}`;
    const { values, problems, format } = readYaml(file, text, limits);
    expect(problems).toEqual([]);
    expect(format).toBe('plain-yaml');
    expect(values).toMatchObject([{ services: { s8999: { recovery: { decide: '2m' } } } }]);
  });
});

describe('a tab', () => {
  test.each(['a:\n  b: 1\nkey: text\t\n', 'a:\n  b: 1\n  c: text\t\nd: 1', 'a:\n  b: &x 1\n\t\nkey: text\t'])(
    'is met again by whoever comes back to its line: %j',
    (text) => {
      expect(readPlainly(text)).toBeUndefined();
      const { values, problems } = readYaml(file, text, limits);
      expect(problems).toEqual([]);
      expect(oracle(text)).toEqual({ kind: 'data', data: values[0] });
    },
  );
});

describe('the beginning of a document', () => {
  test.each(['---\na: b', '\n---\n- a: a', '# why\n--- # here\nservices:\n  a: { b: c }\n', '\n\n# why\n- a\n- b'])(
    'may have lines before it: %j',
    (text) => {
      const data = readPlainly(text);
      expect(oracle(text)).toEqual({ kind: 'data', data });
      expectSamePositions(text, data);
    },
  );
});

describe('what is written over several lines', () => {
  test.each([
    'a:\n  b: >-\n    one\n    two\n\n    three\n  c: 1',
    'a:\n  b: |\n    one\n      two\n\n\n    # three\n\nc: 1',
    'a:\n  - |\n    one\n  - >\n    two\n    three',
    'a:\n  b: [\n    c, # why\n    { d: e,\n      f: g },\n  ]\n  h: 1',
    'a: {\n  b: "c \\"d\\" \\\\ e", # why\n  f: \'it\'\'s\'\n}',
    'a:\n  b: one\n    two\n\n    three\n  c: 1',
    'a:\n- one\n  two\n- three',
  ])('is read plainly: %j', (text) => {
    const data = readPlainly(text);
    expect(data).toBeDefined();
    expect(oracle(text)).toEqual({ kind: 'data', data });
    expectSamePositions(text, data);
  });
});
