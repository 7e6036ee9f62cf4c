import type { SourceFile } from './source-file.js';

/** Whether two lists hold the same files: equal paths with equal contents, in whatever order. */
export function areSameFiles(some: readonly SourceFile[], others: readonly SourceFile[]): boolean {
  if (some.length !== others.length) return false;
  const contents = new Map(others.map(({ path, content }) => [path, content]));
  return contents.size === others.length && some.every(({ path, content }) => isSame(content, contents.get(path)));
}

function isSame(content: SourceFile['content'], other: SourceFile['content'] | undefined): boolean {
  if (typeof content === 'string' || typeof other === 'string') return content === other;
  return content.length === other?.length && content.every((byte, at) => byte === other[at]);
}
