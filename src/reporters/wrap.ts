import { columnsOf, graphemesOf } from './columns.js';

/**
 * Breaks text into lines of at most `width` columns: at spaces, and beside wide characters, which need
 * no space to be broken at. A narrow word that is longer than a line (a path, an address) stays whole, so
 * that it can be copied. Never returns an empty list.
 */
export function wrap(text: string, width: number): readonly string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { part, columns, spaced } of parts(text)) {
    const gap = spaced && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + columns > width) {
      lines.push(line);
      line = part;
      used = columns;
    } else {
      line += (gap === 1 ? ' ' : '') + part;
      used += gap + columns;
    }
  }
  return [...lines, line];
}

/** A stretch that is not to be broken, and whether a space stood in front of it. */
interface Part {
  readonly part: string;
  readonly columns: number;
  readonly spaced: boolean;
}

function parts(text: string): readonly Part[] {
  return text
    .split(/ +/)
    .filter((word) => word !== '')
    .flatMap((word) => wordParts(word));
}

function wordParts(word: string): readonly Part[] {
  const columns = columnsOf(word);
  const all = graphemesOf(word);
  if (columns === all.length) return [{ part: word, columns, spaced: true }];
  const result: { part: string; columns: number; spaced: boolean }[] = [];
  let afterWide = false;
  for (const grapheme of all) {
    const size = columnsOf(grapheme);
    const last = result.at(-1);
    const begins = size > 1 ? !/\p{P}/u.test(grapheme) : afterWide && /[\p{L}\p{N}]/u.test(grapheme);
    if (last === undefined || begins) {
      result.push({ part: grapheme, columns: size, spaced: last === undefined });
    } else {
      last.part += grapheme;
      last.columns += size;
    }
    afterWide = size > 1;
  }
  return result;
}
