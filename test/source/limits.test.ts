import { describe, expect, test } from 'vitest';
import { locate } from '../../src/source/locate.js';
import { readSources } from '../../src/source/read-sources.js';
import type { SourceLimits } from '../../src/source/source-limits.js';

function codes(path: string, content: string, limits?: Partial<SourceLimits>): readonly string[] {
  return readSources([{ path, content }], limits).problems.map(({ code }) => code);
}

describe('limits', () => {
  test('size of a file', () => {
    expect(codes('a.yaml', 'a: 12345', { fileBytes: 8 })).toEqual([]);
    expect(codes('a.yaml', 'a: 123456', { fileBytes: 8 })).toEqual(['limit']);
  });

  test.each([
    ['a.yaml', 'a: { b: { c: 1 } }'],
    ['a.yaml', 'a:\n  b:\n    c: 1\n'],
    ['a.yaml', 'a:\n  - - c\n'],
    ['a.yaml', '%YAML 1.2\n---\na: { b: { c: 1 } }'],
    ['a.yaml', 'x: &x [1]\na: [*x]\n'],
    ['a.json', '{"a":{"b":{"c":1}}}'],
  ])('depth of %s %j', (path, content) => {
    expect(codes(path, content, { depth: 3 })).toEqual([]);
    expect(codes(path, content, { depth: 2 })).toEqual(['limit']);
  });

  test.each([
    ['a.yaml', 'a: 123456789x'],
    ['a.yaml', 'a: "123456789x"'],
    ['a.yaml', 'a: [123456789x]'],
    ['a.yaml', 'a: |\n 123456789'],
    ['a.yaml', '123456789x: a'],
    ['a.json', '{"a":"123456789x"}'],
  ])('length of a text in %s %j', (path, content) => {
    expect(codes(path, content, { scalarLength: 10 })).toEqual([]);
    expect(codes(path, content, { scalarLength: 8 })).toEqual(['limit']);
  });

  test('values that aliases stand for', () => {
    const content = `a: &a [1, 2, 3]\nb:\n${'  - *a\n'.repeat(100)}`;
    expect(codes('a.yaml', content)).toEqual([]);
    expect(codes('a.yaml', content, { aliasedValues: 300 })).toEqual(['limit']);
  });

  test('an anchor used a thousand times is no bomb', () => {
    const services = Array.from({ length: 1000 }, (_, index) => `  s${String(index)}: *std\n`).join('');
    expect(codes('a.yaml', `std: &std { rto: 30m, rpo: 0s }\nservices:\n${services}`)).toEqual([]);
  });
});

describe('files too long for the complete reader', () => {
  const limits = { completeLength: 120 };
  const long = Array.from({ length: 20 }, (_, index) => `  s${String(index)}:\n    tier: minor\n`).join('');
  const read = (content: string) => {
    const { problems, sources, documents } = readSources([{ path: 'a.yaml', content }], limits);
    return { documents, lines: problems.map(({ code, at }) => `${code} ${String(locate(sources, at).start.line)}`) };
  };

  test('have single items read by it', () => {
    expect(read(`services:\n${long}  x:\n    notes: |\n      one\n`).documents).toHaveLength(1);
  });

  test('have all wrong items told', () => {
    const wrong = '  x: { a: b\n  y: !tag z\n';
    expect(read(`services:\n${wrong}${long}${wrong}`).lines).toEqual([
      'syntax 2',
      'syntax 3',
      'syntax 44',
      'syntax 45',
    ]);
    expect(read(`services:\n${wrong}${long}`).documents).toEqual([]);
  });

  test('have a repeated id told with both places', () => {
    const { problems, sources } = readSources(
      [{ path: 'a.yaml', content: `services:\n${long}  s3:\n    tier: x\n` }],
      limits,
    );
    const [problem] = problems;
    expect(problem?.code).toBe('duplicate');
    const related = problem?.related?.map(({ at }) => locate(sources, at).start);
    expect(related).toEqual([{ line: 8, column: 3 }]);
  });

  test('are not judged by single items where an alias may have its anchor elsewhere', () => {
    expect(read(`services:\n  x: &x { a: b }\n${long}  y: *x\n`).lines).toEqual([]);
    expect(read(`services:\n  x: &x { a: !!str b }\n${long}  y: *x\n`).lines).toEqual(['limit 43']);
  });

  test('say where they need more than that', () => {
    expect(read(`services:\n${long}other: !!map\n  a: 1\n`).lines).toEqual(['limit 42']);
  });
});

describe('hostile text', () => {
  const many = 20_000;
  test.each([
    ['[', '['.repeat(many)],
    ['{', '{'.repeat(many)],
    ['{a: ', '{a: '.repeat(many)],
    ['[[…]] closed', '['.repeat(many) + ']'.repeat(many)],
    ['- ', '- '.repeat(many)],
    ['? ', '? '.repeat(many)],
    ['-\\n deeper', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')],
    ['a: deeper', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['[ in many documents', '[\n---\n'.repeat(3000)],
    ['[[ in many documents', `${'['.repeat(60)}\n---\n`.repeat(300)],
    ['- in many documents', `${'- '.repeat(70)}\n---\n`.repeat(300)],
    ['!a ', '!a '.repeat(many)],
    ['&a ', '&a '.repeat(many)],
    ['*a ', '*a '.repeat(many)],
    [': ', ': '.repeat(many)],
    ['a: b: ', 'a: '.repeat(many)],
    ['"', '"'.repeat(many + 1)],
    ["'", `${"'".repeat(many)} x`],
    [', ', `[${', '.repeat(many)}`],
    ['tabs', '\t'.repeat(many)],
    ['% lines', '%x\n'.repeat(many)],
    ['--- lines', '---\n'.repeat(many)],
    ['---[ without end', '--- [\n'.repeat(5000)],
    ['| lines', 'a: |\n'.repeat(5000)],
    [
      'nested anchors',
      Array.from({ length: 300 }, (_, i) => `a${String(i)}: &a${String(i)} [*a${String(Math.max(0, i - 1))}]`).join(
        '\n',
      ),
    ],
  ])('%s ends in problems, not in a crash', (_, content) => {
    const yaml = readSources([{ path: 'a.yaml', content }]);
    expect(yaml.problems).not.toEqual([]);
    for (const problem of yaml.problems.slice(0, 20)) locate(yaml.sources, problem.at);
    const json = readSources([{ path: 'a.json', content }]);
    expect(json.problems).not.toEqual([]);
  });
});
