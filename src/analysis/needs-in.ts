import type { ServiceIndex } from '../model/model.js';
import type { Need, ServiceGraph } from './service-graph.js';
import { rowOf, type SparseRows } from './sparse-rows.js';

/** The needs that one service has, or those it is a member of: `rows` is `needsOf` or `neededIn` of the graph. */
export function needsIn({ needs }: ServiceGraph, rows: SparseRows, service: ServiceIndex): readonly Need[] {
  return [...rowOf(rows, service)].flatMap((at) => needs[at] ?? []);
}
