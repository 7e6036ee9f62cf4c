import type { ServiceIndex } from '../model/model.js';
import { startOrder } from './settling.js';
import type { WaitEntry } from './wait-entries.js';

/** Entries without which a group of services no longer waits for itself. */
export interface Break {
  readonly entries: readonly WaitEntry[];
  /** No smaller set does it: all were tried. Otherwise the set was found step by step, and no entry of it can stay. */
  readonly smallest: boolean;
}

/** Entries that are looked at, over all sets tried, before the search goes step by step. */
const mostWork = 1_000_000;

/** Easiest to change first: what a recovery uses is a habit, a hard dependency is how the service is built. */
const ease = { uses: 0, key: 1, startup: 2, hard: 3 } as const;

/** The smallest set of entries to remove, the easiest to change among the small ones. */
export function breakCircle(members: readonly ServiceIndex[], entries: readonly WaitEntry[]): Break {
  const order = entries.toSorted((a, b) => ease[a.by] - ease[b.by] || a.owner - b.owner);
  const breaks = (removed: ReadonlySet<WaitEntry>): boolean =>
    startOrder(
      members,
      order.filter((entry) => !removed.has(entry)),
    ).never.size === 0;
  let work = 0;
  // Ends: without any entry nobody waits.
  for (let size = 0; ; size += 1) {
    for (const chosen of subsets(order, size)) {
      work += order.length;
      if (work > mostWork) return { entries: stepByStep(members, order, breaks), smallest: false };
      if (breaks(new Set(chosen))) return { entries: chosen, smallest: true };
    }
  }
}

/** All subsets of one size, in order of their positions. */
function* subsets<Item>(items: readonly Item[], size: number, from = 0): Iterable<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at + size <= items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    for (const rest of subsets(items, size - 1, at + 1)) yield [item, ...rest];
  }
}

/** Removes what most of those stuck wait for, until nothing is stuck; then puts back what need not go. */
function stepByStep(
  members: readonly ServiceIndex[],
  order: readonly WaitEntry[],
  breaks: (removed: ReadonlySet<WaitEntry>) => boolean,
): readonly WaitEntry[] {
  const removed = new Set<WaitEntry>();
  const left = (): readonly WaitEntry[] => order.filter((entry) => !removed.has(entry));
  for (let stuck = startOrder(members, left()).never; stuck.size > 0; stuck = startOrder(members, left()).never) {
    const open = left().filter(
      ({ owner, members: waited }) => stuck.has(owner) && waited.every((one) => stuck.has(one)),
    );
    const waiters = new Map<ServiceIndex, number>();
    for (const { members: waited } of open) for (const one of waited) waiters.set(one, (waiters.get(one) ?? 0) + 1);
    const worth = ({ owner }: WaitEntry): number => waiters.get(owner) ?? 0;
    const [next] = open.toSorted((a, b) => worth(b) - worth(a) || ease[a.by] - ease[b.by] || a.owner - b.owner);
    if (next === undefined) break;
    removed.add(next);
  }
  for (const entry of [...removed].reverse()) {
    removed.delete(entry);
    if (!breaks(removed)) removed.add(entry);
  }
  return order.filter((entry) => removed.has(entry));
}
