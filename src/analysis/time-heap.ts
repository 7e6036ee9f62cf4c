/** A binary heap of nodes by time, ties by node number, so that equal input gives equal order. */
export interface TimeHeap {
  readonly push: (time: number, node: number) => void;
  /** The earliest node, or -1 when there is none; its time is then in `time()`. */
  readonly pop: () => number;
  readonly time: () => number;
  readonly clear: () => void;
}

export function timeHeap(): TimeHeap {
  const times: number[] = [];
  const nodes: number[] = [];
  let last = 0;
  const before = (a: number, b: number): boolean => {
    const first = times[a] ?? 0;
    const second = times[b] ?? 0;
    return first < second || (first === second && (nodes[a] ?? 0) < (nodes[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    const time = times[a] ?? 0;
    const node = nodes[a] ?? 0;
    times[a] = times[b] ?? 0;
    nodes[a] = nodes[b] ?? 0;
    times[b] = time;
    nodes[b] = node;
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= nodes.length) return;
      const least = left + 1 < nodes.length && before(left + 1, left) ? left + 1 : left;
      if (!before(least, at)) return;
      swap(least, at);
      at = least;
    }
  };
  return {
    push: (time, node) => {
      times.push(time);
      nodes.push(node);
      for (let at = nodes.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop: () => {
      const node = nodes[0];
      if (node === undefined) return -1;
      last = times[0] ?? 0;
      swap(0, nodes.length - 1);
      times.pop();
      nodes.pop();
      sink();
      return node;
    },
    time: () => last,
    clear: () => {
      times.length = 0;
      nodes.length = 0;
    },
  };
}
