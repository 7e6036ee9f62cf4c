import { columnsOf, graphemesOf } from '../columns.js';

/** A text of at most so many columns, East Asian characters counting two, cut with an ellipsis. */
export function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const grapheme of graphemesOf(text.slice(0, columns * 4))) {
    used += columnsOf(grapheme);
    if (used > columns) break;
    kept += grapheme;
  }
  return `${kept}…`;
}
