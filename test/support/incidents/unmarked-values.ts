import { isAlias, isCollection, isScalar, LineCounter, parseAllDocuments, visit, type Node } from 'yaml';
import type { SourceFile } from '../../../src/source/source-file.js';

const mark = /#.*\b(?:fact|assumption): \S/;

/**
 * `path:line` of every line that holds a value and does not say whether it is a fact, with its source, or an
 * assumption, with its reason. Lines that only open a map or a list, and `version`, need not.
 */
export function unmarkedValues({ path, content }: SourceFile): readonly string[] {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const lines = text.split('\n');
  const counter = new LineCounter();
  const unmarked = new Set<number>();
  const check = (node: Node): void => {
    const [start, end] = node.range ?? [0, 0];
    const isBlock = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
    const at = isBlock ? start : Math.max(start, end - 1);
    const { line, col } = counter.linePos(at);
    if (!mark.test((lines[line - 1] ?? '').slice(isBlock ? 0 : col - 1))) unmarked.add(line);
  };
  for (const document of parseAllDocuments(text, { lineCounter: counter })) {
    visit(document, {
      Pair: (key, { key: name }) =>
        key !== 'key' && isScalar(name) && name.value === 'version' ? visit.SKIP : undefined,
      Node: (key, node) => {
        if (key === 'key') return;
        if (isScalar(node) || isAlias(node) || (isCollection(node) && node.items.length === 0)) check(node);
      },
    });
  }
  return [...unmarked].sort((a, b) => a - b).map((line) => `${path}:${line}`);
}
