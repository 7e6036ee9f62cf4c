import { stringify } from 'csv-stringify/sync';
import { clean } from './clean.js';

/** What stands in the columns of these names; a column that is left out is empty. */
export type CsvRow<Column extends string> = Partial<Readonly<Record<Column, string | number | undefined>>>;

/** A head and rows of CSV, in which nothing is a formula to a spreadsheet. */
export function csvTable<Column extends string>(columns: readonly Column[], rows: readonly CsvRow<Column>[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  return stringify([columns, ...cells], { escape_formulas: true });
}

/** Blanks in front could hide a formula from the guard. */
function cell(value: string | number | undefined): string | number {
  return typeof value === 'string' ? clean(value).trimStart() : (value ?? '');
}
