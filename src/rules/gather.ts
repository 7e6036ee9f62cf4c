/** Looks items up by a number that each of them names; in the order of the items. */
export function gather<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly number[],
): (key: number) => readonly Item[] {
  const lists = new Map<number, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return (key) => lists.get(key) ?? [];
}
