/** A fixed list of integers for each of a number of rows, in two typed arrays (compressed sparse rows). */
export interface SparseRows {
  /** Row r is `items[starts[r]]` up to, not including, `items[starts[r + 1]]`. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Builds the rows from pairs, in any order; within a row items keep the order of the pairs. */
export function sparseRows(rows: number, pairs: Iterable<readonly [row: number, item: number]>): SparseRows {
  const list = [...pairs];
  const starts = new Int32Array(rows + 1);
  for (const [row] of list) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const items = new Int32Array(list.length);
  for (const [row, item] of list) {
    const at = next[row] ?? 0;
    items[at] = item;
    next[row] = at + 1;
  }
  return { starts, items };
}

/** A row as a view: no copy. */
export function rowOf({ starts, items }: SparseRows, row: number): Int32Array {
  return items.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
}
