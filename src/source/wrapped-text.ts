import type { BlockText, TextLines } from './block-text.js';
import { char, startsPlain } from './plain-char.js';

/**
 * What a text without quotes goes on with on the lines from `from`, as long as these are indented deeper than `parent`:
 * with a space for a line break, and with a line break for each blank line. `undefined` where a line has anything in it
 * that might end the text, or start something else.
 */
export function wrappedText(text: string, { from, end, parent }: TextLines): BlockText | undefined {
  let value = '';
  let blankLines = 0;
  let last = from;
  let line = from;
  while (line < end) {
    let stop = text.indexOf('\n', line);
    if (stop < 0 || stop > end) stop = end;
    let start = line;
    while (start < stop && text.charCodeAt(start) === char.space) start += 1;
    if (start === stop) blankLines += 1;
    else {
      if (start - line <= parent) break;
      const content = text.slice(start, stop).replace(/ +$/, '');
      if (!startsPlain(text, start) || meaning.test(content)) return undefined;
      value += ('\n'.repeat(blankLines) || ' ') + content;
      blankLines = 0;
      last = start + content.length;
    }
    line = stop + 1;
  }
  return value === '' ? undefined : { value, end: last, next: line };
}

/** A colon or a comment, and blanks that are no spaces. */
const meaning = /:(?: |$)| #|[^\S ]/;
