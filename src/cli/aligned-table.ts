import Table from 'cli-table3';
import stringWidth from 'string-width';
import { clean } from '../reporters/clean.js';
import type { Paint, Style } from '../reporters/paint.js';
import { disarmed } from '../reporters/styled-line.js';
import { wrap } from '../reporters/wrap.js';

export interface Column {
  readonly style: Style;
  /** Takes what the others leave and is wrapped to it. One column should. */
  readonly flexible?: boolean;
}

export interface TableLayout {
  readonly columns: readonly Column[];
  readonly width: number;
  /** Spaces in front of each line. */
  readonly indent: number;
  readonly paint: Paint;
}

const gap = 2;
const narrowest = 16;
const borders = [
  ['top', 'top-mid', 'top-left', 'top-right'],
  ['bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
].flat();
/** No lines at all, only a gap between columns. */
const blank = Object.fromEntries([
  ...borders.map((border) => [border, ''] as const),
  ['middle', ' '.repeat(gap)] as const,
]);

/** Rows in columns without borders, with the final line end. */
export function alignedTable(rows: readonly (readonly string[])[], layout: TableLayout): string {
  const { columns, width, indent, paint } = layout;
  const cleaned = rows.map((row) => row.map(clean));
  const natural = columns.map((_, column) => Math.max(0, ...cleaned.map((row) => stringWidth(row[column] ?? ''))));
  const fixed = natural.reduce((sum, size, column) => sum + (columns[column]?.flexible === true ? 0 : size), 0);
  const left = Math.max(narrowest, width - indent - fixed - gap * (columns.length - 1));
  const table = new Table({ chars: blank, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 } });
  for (const row of cleaned) {
    table.push(
      columns.map(({ style, flexible = false }, column) => {
        const lines = flexible ? wrap(row[column] ?? '', left) : [row[column] ?? ''];
        return lines.map((line) => (line === '' ? '' : paint(style, line))).join('\n');
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map((line) => `${disarmed(`${' '.repeat(indent)}${line}`.trimEnd())}\n`)
    .join('');
}
