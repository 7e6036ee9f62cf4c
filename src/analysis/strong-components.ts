import type { SparseRows } from './sparse-rows.js';

/**
 * Strongly connected components (Tarjan, 1972), without recursion so that a long chain cannot exhaust the stack.
 * Returns the number of its component for each node.
 */
export function strongComponents({ starts, items }: SparseRows): Int32Array {
  const count = starts.length - 1;
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const cursor = starts.slice(0, count);
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (node: number): void => {
    order[node] = visited;
    low[node] = visited;
    visited += 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
    if (low[node] !== order[node]) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component[member] = components;
      if (member === node) break;
    }
    components += 1;
  };
  for (let root = 0; root < count; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = cursor[node] ?? 0;
      if (at === starts[node + 1]) {
        leave(node);
        continue;
      }
      cursor[node] = at + 1;
      const next = items[at] ?? 0;
      if (order[next] === -1) enter(next);
      else if (component[next] === -1) low[node] = Math.min(low[node] ?? 0, order[next] ?? 0);
    }
  }
  return component;
}
