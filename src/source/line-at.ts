import type { Sources } from './sources.js';

/** One line of a file, 1-based, without its line break. Empty if there is no such file or line. */
export function lineAt(sources: Sources, file: string, line: number): string {
  const source = sources.texts.get(file);
  const start = source?.lineStarts[line - 1];
  if (source === undefined || start === undefined) return '';
  const next = source.lineStarts[line];
  return source.text.slice(start, next === undefined ? source.text.length : next - 1);
}
