import { char } from './plain-char.js';

export interface BlockText {
  readonly value: string;
  /** Behind the last character of its last line. */
  readonly end: number;
  /** Where the line after it begins. */
  readonly next: number;
}

/** Lines from the offset `from` on, as far as they are indented deeper than `parent`, and not beyond `end`. */
export interface TextLines {
  readonly from: number;
  readonly end: number;
  readonly parent: number;
}

/** How a text over several lines is written: `folded` for `>`, and whether a `-` takes its last line break away. */
export interface BlockStyle {
  readonly folded: boolean;
  readonly stripped: boolean;
}

/**
 * A text written on lines of its own.
 * `undefined` for what is rare and told apart by fine rules: blanks that count, and lines that are indented deeper than
 * the others where lines are joined.
 */
export function blockText(
  text: string,
  { from, end, parent }: TextLines,
  { folded, stripped }: BlockStyle,
): BlockText | undefined {
  let value = '';
  /** That of its first line. */
  let depth = -1;
  let blankLines = 0;
  let blanks = false;
  let last = from;
  let line = from;
  while (line < end) {
    let stop = text.indexOf('\n', line);
    if (stop < 0 || stop > end) stop = end;
    let content = line;
    while (content < stop && text.charCodeAt(content) === char.space) content += 1;
    const indent = content - line;
    if (content === stop) {
      if (depth < 0 || indent > depth) return undefined;
      blankLines += 1;
      blanks ||= indent > 0;
    } else {
      if (indent <= parent) break;
      if (depth < 0) depth = indent;
      else value += folded ? '\n'.repeat(blankLines) || ' ' : '\n'.repeat(blankLines + 1);
      if (indent < depth || (folded && !isFoldable(text, line + depth, stop))) return undefined;
      value += text.slice(line + depth, stop);
      blankLines = 0;
      blanks = false;
      last = stop;
    }
    line = stop + 1;
  }
  if (depth < 0 || blanks) return undefined;
  return { value: stripped ? value : `${value}\n`, end: last, next: line };
}

/** Neither begins nor ends with a blank. */
function isFoldable(text: string, start: number, stop: number): boolean {
  return !isBlank(text.charCodeAt(start)) && !isBlank(text.charCodeAt(stop - 1));
}

function isBlank(code: number): boolean {
  return code === char.space || code === char.tab;
}
