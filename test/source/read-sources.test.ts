import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Extent, KeyPath, Place } from '../../src/place.js';
import { lineAt } from '../../src/source/line-at.js';
import { locate } from '../../src/source/locate.js';
import { type ReadSources, readSources } from '../../src/source/read-sources.js';

const input = join(import.meta.dirname, '../input/source');

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(input, folder)).toSorted();
}

function read(folder: string, name: string): ReadSources {
  return readSources([{ path: name, content: readFileSync(join(input, folder, name)) }]);
}

/** `line:column-line:column` and the marked part of the first line. */
function shown({ sources }: ReadSources, at: Place | Extent): string {
  const { start, end } = locate(sources, at);
  const line = lineAt(sources, at.file, start.line);
  const marked = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
  const cut = marked.length > 40 ? `${marked.slice(0, 40)}…` : marked;
  return `${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)} ‹${cut}›`;
}

function positions(result: ReadSources, file: string, document: number, value: unknown, path: KeyPath): string[] {
  const key = shown(result, { file, document, path, on: 'key' });
  const own = `${JSON.stringify(path)} key ${key} value ${shown(result, { file, document, path, on: 'value' })}`;
  if (typeof value !== 'object' || value === null) return [own];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [own, ...entries.flatMap(([step, inner]) => positions(result, file, document, inner, [...path, step]))];
}

test('every kind of error is told with its position', async () => {
  const told = filesIn('err').flatMap((name) => {
    const result = read('err', name);
    const lines = result.problems.flatMap((problem) => [
      `  ${problem.code} ${shown(result, problem.at)}`,
      `    ${problem.message}`,
      ...(problem.help === undefined ? [] : [`    help: ${problem.help}`]),
      ...(problem.related ?? []).map(({ at, label }) => `    ${label}: ${shown(result, at)}`),
    ]);
    return [name, ...lines, ''];
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/source/err.txt');
});

test.each(filesIn('err'))('%s has a problem', (name) => {
  expect(read('err', name).problems).not.toEqual([]);
});

test('data and positions of files without errors', async () => {
  const told = filesIn('ok').flatMap((name) => {
    const result = read('ok', name);
    expect(result.problems, name).toEqual([]);
    const documents = result.documents.flatMap(({ file, index, value }) => [
      `  document ${String(index)}: ${JSON.stringify(value)}`,
      ...positions(result, file, index, value, []).map((line) => `    ${line}`),
    ]);
    return [name, ...documents, ''];
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/source/ok.txt');
});

describe('readSources', () => {
  test('gives the same result whatever order the files come in', () => {
    const files = [...filesIn('ok'), ...filesIn('err')].map((path) => ({ path, content: `a: ${path}\nb: [1` }));
    const forwards = readSources(files);
    const backwards = readSources(files.toReversed());
    expect(backwards.documents).toEqual(forwards.documents);
    expect(backwards.problems).toEqual(forwards.problems);
    expect(forwards.problems.length).toBeGreaterThan(10);
  });

  test('orders documents by the code units of their paths, then by position', () => {
    const content = 'a: 1\n---\nb: 2\n';
    const { documents } = readSources(['b.yaml', 'B.yaml', 'a/z.yaml', 'é.yaml'].map((path) => ({ path, content })));
    const order = documents.map(({ file, index }) => `${file} ${String(index)}`);
    expect(order).toEqual(['B.yaml', 'a/z.yaml', 'b.yaml', 'é.yaml'].flatMap((path) => [`${path} 0`, `${path} 1`]));
  });

  test('refuses two files with one path, and still reads the others', () => {
    const { documents, problems } = readSources([
      { path: 'a.yaml', content: 'a: 1' },
      { path: 'b.yaml', content: 'b: 1' },
      { path: 'a.yaml', content: 'a: 2' },
    ]);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([['duplicate', 'a.yaml']]);
    expect(documents.map(({ file }) => file)).toEqual(['b.yaml']);
  });

  test('tells the problems of all files and of all documents, and keeps the good documents', () => {
    const { documents, problems } = readSources([
      { path: 'a.yaml', content: 'a: 1\n---\nb: "x\n---\nc: 1\nc: 2\n---\nd: 1\n' },
      { path: 'b.json', content: '{' },
      { path: 'c.yaml', content: new Uint8Array([0xff]) },
    ]);
    expect(problems.map(({ code, at }) => `${at.file} ${code}`)).toContain('b.json syntax');
    expect(problems.map(({ code, at }) => `${at.file} ${code}`)).toContain('c.yaml encoding');
    expect(documents.map(({ index }) => index)).toContain(0);
  });

  test('makes maps in which no key is special', () => {
    const { documents } = readSources([
      { path: 'a.yaml', content: 'a: { b: 1 }' },
      { path: 'b.yaml', content: 'a: { b: 1 }\n---\nx: 1' },
      { path: 'c.json', content: '{"a":{"b":1}}' },
    ]);
    for (const { value } of documents) {
      expect(typeof value === 'object' && value !== null && !('toString' in value) && !('constructor' in value)).toBe(
        true,
      );
    }
    expect(documents).toHaveLength(4);
  });

  test('takes text as well as bytes', () => {
    const text = 'a: 판교 # x\r\nb: [1, 2]\r\n';
    const fromText = readSources([{ path: 'a.yaml', content: text }]);
    const fromBytes = readSources([{ path: 'a.yaml', content: new TextEncoder().encode(text) }]);
    expect(fromText.documents).toEqual(fromBytes.documents);
    expect(readSources([{ path: 'a.yaml', content: 'a: \ud800' }]).problems.map(({ code }) => code)).toEqual([
      'encoding',
    ]);
  });
});

describe('locate', () => {
  const content = 'a: 1\nservices:\n  chat:\n    replicas:\n      - at: x\n';
  const { sources } = readSources([{ path: 'a.yaml', content }]);
  const at = (path: KeyPath, file = 'a.yaml', document = 0): string => {
    const { start } = locate(sources, { file, document, path, on: 'value' });
    return `${String(start.line)}:${String(start.column)}`;
  };

  test('shows the key of the nearest place above a path that is not there', () => {
    expect(at(['services', 'chat', 'owner'])).toBe('3:3');
    expect(at(['services', 'chat', 'owner', 'x', 0])).toBe('3:3');
    expect(at(['services', 'mail'])).toBe('2:1');
    expect(at(['services', 'chat', 'replicas', 0, 'role'])).toBe('5:9');
    expect(at(['services', 'chat', 'replicas', 7])).toBe('4:5');
    expect(at(['nothing'])).toBe('1:1');
    expect(at(['a', 'b', 3])).toBe('1:1');
  });

  test('answers for files, documents and offsets that do not exist', () => {
    expect(at(['a'], 'other.yaml')).toBe('1:1');
    expect(at(['a'], 'a.yaml', 5)).toBe('1:1');
    expect(locate(sources, { file: 'a.yaml', start: 999, end: 1000 }).start.line).toBe(6);
    expect(lineAt(sources, 'a.yaml', 99)).toBe('');
    expect(lineAt(sources, 'other.yaml', 1)).toBe('');
  });
});
