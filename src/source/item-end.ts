const newline = 10;
const space = 32;
const hash = 35;

/**
 * Where the lines of a block item end that begins at the line starting at `start` with `indent` spaces: at the next
 * line that is indented no deeper, comments and blank lines left aside, or at `end`.
 */
export function itemEnd(text: string, start: number, end: number, indent: number): number {
  let line = nextLineStart(text, start, end);
  while (line < end) {
    let content = line;
    while (content < end && text.charCodeAt(content) === space) content += 1;
    const code = text.charCodeAt(content);
    if (content < end && code !== newline && code !== hash && content - line <= indent) return line;
    line = nextLineStart(text, content, end);
  }
  return end;
}

function nextLineStart(text: string, from: number, end: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 || found >= end ? end : found + 1;
}
