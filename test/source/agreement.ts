import { expect } from 'vitest';
import { type Document, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { KeyPath, Place, Position } from '../../src/place.js';
import { locate } from '../../src/source/locate.js';
import { PlainReader } from '../../src/source/plain-reader.js';
import { readSources } from '../../src/source/read-sources.js';
import { defaultLimits as limits } from '../../src/source/source-limits.js';
import { SourceText } from '../../src/source/source-text.js';
import type { Sources } from '../../src/source/sources.js';
import { dataOf, oracle } from './yaml-oracle.js';

const file = 'a.yaml';
const options = { prettyErrors: false, uniqueKeys: false, schema: 'core', version: '1.2', logLevel: 'silent' } as const;

export function readPlainly(text: string): unknown {
  return new PlainReader(text, 0, text.length, limits, undefined).read();
}

/** Every path of a value, and one below each that is not there. */
function paths(value: unknown, path: KeyPath = []): readonly KeyPath[] {
  const missing = [...path, 'not-there'];
  if (Array.isArray(value)) return [path, missing, ...value.flatMap((item, index) => paths(item, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path, missing];
  return [path, missing, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
}

/** Wherever something may be looked for in a plainly read text, both readers find it at the same place. */
export function expectSamePositions(text: string, data: unknown): void {
  const plain = { texts: new Map([[file, new SourceText(file, text, 'plain-yaml')]]), limits };
  const complete = { texts: new Map([[file, new SourceText(file, text, 'yaml')]]), limits };
  for (const path of paths(data)) {
    for (const on of ['key', 'value'] as const) {
      const place = { file, document: 0, path, on };
      expect(locate(plain, place), JSON.stringify(place)).toEqual(locate(complete, place));
    }
  }
}

/** What is refused although it is YAML, by the words in which that is said. */
const onPurpose: Readonly<Record<string, RegExp>> = {
  'a key that is no text': /^a key must be text/,
  'a tag': /^the tag `/,
  'an older YAML': /^YAML 1\.1 is not read/,
  'nothing written': /^the file has nothing in it$/,
  'a hidden character': /^an escape stands for a control character|^a control character|^a NUL character|^half of a/,
  // Only where a key before it was refused, so that the anchor in it is not known.
  'an alias of something refused': /^no anchor `/,
  'a repeated key': /^the key `.*` is written twice/s,
  'a merge key': /^merge keys/,
  'a dangerous key': /is not allowed as a key$/,
  'a limit':
    /^the aliases of this file stand for|^maps and lists are nested|stands inside what it stands for$|^a text is longer/,
  'a number that cannot be kept': /is not a number that can be used$|is too large to be kept exactly$/,
};

export interface Agreed {
  /** Whether the quick reader read it, alone or but for some items. */
  readonly quickly: boolean;
  readonly refused: boolean;
  /** Why it was refused although it is YAML. */
  readonly purposes: readonly string[];
}

/**
 * Holds what is made of a text against what the `yaml` package alone makes of it: nothing is accepted that it refuses,
 * nothing refused but on purpose, the data are the same, and every key and every scalar is where it has them.
 */
export function expectAgreement(content: string): Agreed {
  const { documents, problems, sources } = readSources([{ path: file, content }]);
  const source = sources.texts.get(file);
  if (source === undefined) throw new Error('the file was not read at all');
  const { text } = source;
  const plain = readPlainly(text);
  if (plain !== undefined) expect(oracle(text)).toEqual({ kind: 'data', data: plain });
  const parsed = parseAllDocuments(text, options);
  const theirs = Array.isArray(parsed) ? parsed : [];
  const refused = theirs.some(({ errors }) => errors.length > 0);
  const purposes = problems.flatMap(({ message }) => purposesOf(message));
  if (refused) expect(problems).not.toEqual([]);
  else expect(problems.filter(({ message }) => purposesOf(message).length === 0)).toEqual([]);
  if (problems.length === 0) expect(documents).toHaveLength(theirs.filter(isWritten).length);
  for (const { index, value } of documents) {
    const document = theirs[index];
    if (document === undefined) throw new Error(`there is no document ${index}`);
    expect(value).toEqual(dataOf(document.contents, document));
    expectSameRanges(sources, index, document.contents, []);
  }
  if (source.format === 'plain-yaml') expectSamePositions(text, documents[0]?.value);
  return { quickly: source.format === 'plain-yaml', refused: problems.length > 0, purposes: refused ? [] : purposes };
}

function purposesOf(message: string): readonly string[] {
  return Object.entries(onPurpose).flatMap(([name, words]) => (words.test(message) ? [name] : []));
}

function isWritten({ contents }: Document.Parsed): boolean {
  return !(
    contents === null ||
    (isScalar(contents) && contents.value === null && contents.source === '' && contents.tag === undefined)
  );
}

/** Keys and scalars begin and end where the `yaml` package has them. */
function expectSameRanges(sources: Sources, document: number, node: unknown, path: KeyPath): void {
  const expectAt = (written: unknown, at: KeyPath, on: Place['on']): void => {
    if (!isScalar(written) || !isRange(written.range) || written.range[1] <= written.range[0]) return;
    const { start, end } = locate(sources, { file, document, path: at, on });
    const [from, to] = written.range;
    const text = textOf(sources);
    expect(start, JSON.stringify(at)).toEqual(positionIn(text, from));
    // What is shown of a text ends before the line breaks that belong to it.
    const shown = text.slice(from, to).replace(/(?<=.)\n+$/s, '').length;
    expect(end, JSON.stringify(at)).toEqual(positionIn(text, from + shown));
  };
  expectAt(node, path, 'value');
  if (isSeq(node))
    for (const [index, item] of node.items.entries()) expectSameRanges(sources, document, item, [...path, index]);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const name = key.type === 'PLAIN' ? (key.source ?? '') : String(key.value);
    expectAt(key, [...path, name], 'key');
    expectSameRanges(sources, document, value, [...path, name]);
  }
}

function isRange(range: unknown): range is readonly [number, number, number] {
  return Array.isArray(range) && range.length === 3;
}

function textOf(sources: Sources): string {
  return sources.texts.get(file)?.text ?? '';
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
