import { char } from './plain-char.js';

const newline = 10;

/**
 * Where the lines of a block item end that begins at the line starting at `start` with `indent` spaces: at the next
 * line that is indented no deeper, comments and blank lines left aside, or at `end`. The value of a map's entry may be
 * a list whose dashes stand below the key, and the bracket that closes a flow collection may stand below it too; these
 * lines belong to the entry.
 */
export function itemEnd(text: string, start: number, end: number, indent: number, of: 'map' | 'list'): number {
  let line = nextLineStart(text, start, end);
  while (line < end) {
    let content = line;
    while (content < end && text.charCodeAt(content) === char.space) content += 1;
    const code = text.charCodeAt(content);
    const depth = content - line;
    const written = content < end && code !== newline && code !== char.hash;
    const ownList = of === 'map' && depth === indent && code === char.dash && endsDash(text.charCodeAt(content + 1));
    const closes = depth === indent && (code === char.closeList || code === char.closeMap);
    if (written && depth <= indent && !ownList && !closes) return line;
    line = nextLineStart(text, content, end);
  }
  return end;
}

function nextLineStart(text: string, from: number, end: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 || found >= end ? end : found + 1;
}

function endsDash(code: number): boolean {
  return code === char.space || code === newline || Number.isNaN(code);
}
