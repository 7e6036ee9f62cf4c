import { Buffer } from 'node:buffer';
import type { SourceFile } from '../source/source-file.js';

/** Looks up the text of an input by its path, decoded when it is asked for, with whatever stands in front of it. */
export function sourceTexts(sources: readonly SourceFile[]): (path: string) => string | undefined {
  const contents = new Map(sources.map(({ path, content }) => [path, content]));
  return (path) => {
    const content = contents.get(path);
    return content === undefined || typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  };
}
