import fc from 'fast-check';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import type { KeyPath } from '../../src/place.js';
import { lineAt } from '../../src/source/line-at.js';
import { locate } from '../../src/source/locate.js';
import { readSources } from '../../src/source/read-sources.js';

const path = 'a.json';
const spaces = fc.constantFrom(undefined, 1, 2, '\t');
const reserved = ['"__proto__":', '"constructor":', '"prototype":'];
const text = fc
  .tuple(fc.json({ maxDepth: 5 }), spaces)
  .map(([json, indent]) => JSON.stringify(JSON.parse(json), undefined, indent))
  .filter((json) => !reserved.some((key) => json.includes(key)));

function paths(value: unknown, from: KeyPath): KeyPath[] {
  if (typeof value !== 'object' || value === null) return [from];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [from, ...entries.flatMap(([step, inner]) => paths(inner, [...from, step]))];
}

test('JSON is read as the engine reads it, with the positions jsonc-parser finds', () => {
  fc.assert(
    fc.property(text, (content) => {
      const { documents, problems, sources } = readSources([{ path, content }]);
      // Random texts may hold what no input may: control characters and numbers that are not exact.
      if (problems.length > 0) {
        expect(problems.every(({ code }) => code === 'value' || code === 'encoding')).toBe(true);
        return;
      }
      const value = documents[0]?.value;
      expect(value).toEqual(JSON.parse(content));
      const tree = parseTree(content);
      if (tree === undefined) throw new Error('jsonc-parser does not read it');
      const lines = content.split('\n');
      for (const steps of paths(value, [])) {
        const span = locate(sources, { file: path, document: 0, path: steps, on: 'value' });
        const node = findNodeAtLocation(tree, [...steps]);
        const before = content.slice(0, node?.offset).split('\n');
        expect(span.start).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
        expect(lineAt(sources, path, span.start.line)).toBe(lines[span.start.line - 1]);
      }
    }),
    { numRuns: 1500, seed: 20221015 },
  );
});

test('every damaged JSON text that the engine refuses is a problem with a position in the text', () => {
  const damage = fc.tuple(
    text,
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.constantFrom('', '"', ',', ':', '{', ']', '//', '\\', '-', 'x', "'"),
  );
  fc.assert(
    fc.property(damage, ([content, where, what]) => {
      const at = Math.floor(where * content.length);
      const broken = content.slice(0, at) + what + content.slice(at + 1);
      const { documents, problems } = readSources([{ path, content: broken }]);
      let refused = false;
      try {
        JSON.parse(broken);
      } catch {
        refused = true;
      }
      if (refused) expect(documents).toEqual([]);
      expect(problems.length > 0).toBe(documents.length === 0);
      for (const problem of problems) expect('start' in problem.at && problem.at.start <= broken.length).toBe(true);
      if (refused) expect(problems.every(({ message }) => message !== 'this is not JSON')).toBe(true);
    }),
    { numRuns: 3000, seed: 12730 },
  );
});
