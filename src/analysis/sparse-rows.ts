/** A fixed list of integers for each of a number of rows, in two typed arrays (compressed sparse rows). */
export interface SparseRows {
  /** Row r is `items[starts[r]]` up to, not including, `items[starts[r + 1]]`. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Row, item, row, item …: flat, since an inventory has hundreds of thousands of them. */
export type Pairs = readonly number[];

/** Builds the rows from pairs, in any order; within a row items keep the order of the pairs. */
export function sparseRows(rows: number, pairs: Pairs): SparseRows {
  const { length } = pairs;
  const starts = new Int32Array(rows + 1);
  for (let at = 0; at < length; at += 2) {
    const next = (pairs[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const free = starts.slice();
  const items = new Int32Array(length / 2);
  for (let at = 0; at < length; at += 2) {
    const row = pairs[at] ?? 0;
    const slot = free[row] ?? 0;
    items[slot] = pairs[at + 1] ?? 0;
    free[row] = slot + 1;
  }
  return { starts, items };
}

/** A row as a view: no copy. */
export function rowOf({ starts, items }: SparseRows, row: number): Int32Array {
  return items.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
}
