import type { ServiceIndex } from '../model/model.js';
import type { Need, ServiceGraph } from './service-graph.js';
import type { SparseRows } from './sparse-rows.js';

/** The needs that one service has, or those it is a member of: `rows` is `needsOf` or `neededIn` of the graph. */
export function needsIn({ needs }: ServiceGraph, rows: SparseRows, service: ServiceIndex): readonly Need[] {
  const found: Need[] = [];
  const end = rows.starts[service + 1] ?? 0;
  for (let at = rows.starts[service] ?? 0; at < end; at += 1) {
    const need = needs[rows.items[at] ?? -1];
    if (need !== undefined) found.push(need);
  }
  return found;
}
