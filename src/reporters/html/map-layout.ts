import { Graph, layout } from '@dagrejs/dagre';
import type { MapEdge, MapGraph, MapNode } from './map-nodes.js';

/** Pixels of the picture. */
export interface PlacedNode extends MapNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface PlacedEdge extends MapEdge {
  readonly points: readonly (readonly [number, number])[];
}

export interface PlacedMap {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

interface DrawnEdge {
  readonly points?: readonly { readonly x: number; readonly y: number }[];
}

export const nodeWidth = 196;
export const headHeight = 44;
export const lineHeight = 17;
const foot = 8;
const margin = 8;

/** Finds each node and edge a place: what takes something along stands to the left of it. */
export function layoutMap(graph: MapGraph, linesOf: (node: MapNode) => readonly string[]): PlacedMap {
  const drawing = new Graph({ multigraph: false, compound: false });
  drawing.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 64, marginx: margin, marginy: margin });
  const lines = graph.nodes.map(linesOf);
  const height = (index: number): number => {
    const count = lines[index]?.length ?? 0;
    return headHeight + (count === 0 ? 0 : count * lineHeight + foot);
  };
  // By position: an id may be any text, and a saved report may even hold one twice.
  const names = new Map(graph.nodes.map(({ domain }, index) => [domain.id, `n${index}`] as const));
  const nameOf = (id: string): string => names.get(id) ?? '';
  const edges = graph.edges.filter(({ from, to }) => names.has(from) && names.has(to) && from !== to);
  graph.nodes.forEach((_node, index) => {
    drawing.setNode(`n${index}`, { width: nodeWidth, height: height(index) });
  });
  for (const { from, to, by } of edges)
    drawing.setEdge(nameOf(from), nameOf(to), { weight: by === 'in' ? 4 : 1, minlen: 1 });
  layout(drawing);
  const { width = 0, height: tall = 0 } = drawing.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(tall),
    nodes: graph.nodes.map((node, index) => {
      const { x, y } = drawing.node(`n${index}`);
      const size = { width: nodeWidth, height: height(index) };
      return {
        ...node,
        ...size,
        x: Math.round(x - size.width / 2),
        y: Math.round(y - size.height / 2),
        lines: lines[index] ?? [],
      };
    }),
    edges: edges.map((edge) => {
      const { points = [] }: DrawnEdge = drawing.edge(nameOf(edge.from), nameOf(edge.to));
      const [start, end] = [drawing.node(nameOf(edge.from)), drawing.node(nameOf(edge.to))];
      const half = nodeWidth / 2;
      // From the right side of one to the left side of the other, by way of the bends in between.
      const bends = (points.length > 3 ? points.slice(1, -1) : []).filter(
        ({ x }) => x > start.x + half && x < end.x - half,
      );
      const all = [{ x: start.x + half, y: start.y }, ...bends, { x: end.x - half, y: end.y }];
      return { ...edge, points: all.map(({ x, y }) => [Math.round(x), Math.round(y)] as const) };
    }),
  };
}
