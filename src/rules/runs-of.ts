/** Looks items up by a number by which they are sorted, without a list of its own for each number. */
export function runsOf<Item>(items: readonly Item[], keyOf: (item: Item) => number): (key: number) => readonly Item[] {
  const last = items.at(-1);
  const starts = new Int32Array((last === undefined ? 0 : keyOf(last) + 1) + 1);
  for (const item of items) starts[keyOf(item) + 1] = (starts[keyOf(item) + 1] ?? 0) + 1;
  for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  // Whoever asks asks about the same number many times.
  let latest: { readonly key: number; readonly run: readonly Item[] } | undefined;
  return (key) => {
    if (latest?.key !== key) latest = { key, run: items.slice(starts[key] ?? 0, starts[key + 1] ?? 0) };
    return latest.run;
  };
}
