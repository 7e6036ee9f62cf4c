import type { KeyPath } from '../place.js';
import type { JsonValue } from '../source/json-value.js';
import type { Sections } from './collect-sections.js';
import { placeInEntry, type Entry } from './entry.js';
import { isList, isMap } from './json-map.js';
import type { ProblemList } from './problem-list.js';

/** How many members of a circle are named one by one. */
const shown = 12;

/** One thing lost with another, and where that is written. */
interface Edge {
  readonly from: Entry;
  readonly to: string;
  readonly path: KeyPath;
}

interface Step {
  readonly id: string;
  readonly edges: readonly Edge[];
  next: number;
}

/**
 * Reports circles of `in` and `failsWith`: a thing that is lost with itself can be given no meaning. Of
 * several circles that share a member only the first is reported; undoing it shows the next. Walks with a
 * stack of its own, because chains of 100,000 are legal.
 */
export function findDomainCycles(sections: Sections, problems: ProblemList): void {
  const entries = new Map<string, Entry>([...sections.domains, ...sections.locations]);
  const seen = new Set<string>();
  const reported = new Set<string>();
  for (const start of [...entries.keys()].sort()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const walk: Step[] = [{ id: start, edges: edgesOf(start, entries), next: 0 }];
    const depth = new Map<string, number>([[start, 0]]);
    for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
      const edge = step.edges[step.next++];
      if (edge === undefined) {
        depth.delete(step.id);
        walk.pop();
        continue;
      }
      const since = depth.get(edge.to);
      if (since !== undefined) {
        reportCircle(
          walk.slice(since).flatMap(({ edges, next }) => edges[next - 1] ?? []),
          reported,
          problems,
        );
      } else if (!seen.has(edge.to)) {
        seen.add(edge.to);
        depth.set(edge.to, walk.length);
        walk.push({ id: edge.to, edges: edgesOf(edge.to, entries), next: 0 });
      }
    }
  }
}

function edgesOf(id: string, entries: ReadonlyMap<string, Entry>): readonly Edge[] {
  const from = entries.get(id);
  if (from === undefined) return [];
  const edges: Edge[] = [];
  const add = (to: JsonValue | undefined, path: KeyPath): void => {
    if (typeof to === 'string' && entries.has(to)) edges.push({ from, to, path });
  };
  if (from.section === 'locations') add(from.value['in'], ['in']);
  const conditions = from.value['failsWith'];
  if (!isList(conditions)) return edges;
  for (const [position, condition] of conditions.entries()) {
    add(condition, ['failsWith', position]);
    const group = isMap(condition) ? condition['allOf'] : undefined;
    if (!isList(group)) continue;
    for (const [member, to] of group.entries()) add(to, ['failsWith', position, 'allOf', member]);
  }
  return edges;
}

function reportCircle(circle: readonly Edge[], reported: Set<string>, problems: ProblemList): void {
  if (circle.some((edge) => reported.has(edge.to))) return;
  for (const edge of circle) reported.add(edge.to);
  const ids = circle.map((edge) => edge.to);
  const least = ids.reduce((index, id, i) => (id < (ids[index] ?? id) ? i : index), 0);
  // Each edge leads to the next member; the one after the edge to the least member starts there.
  const turned = [...circle.slice(least + 1), ...circle.slice(0, least + 1)];
  const [first, ...others] = turned;
  if (first === undefined) return;
  const names = [ids[least] ?? first.to, ...turned.map((edge) => edge.to)].map((id) => `\`${id}\``);
  const hidden = names.length - 1 - shown;
  const chain = hidden > 0 ? [...names.slice(0, shown), `(${hidden} more)`, ...names.slice(-1)] : names;
  problems.add({
    code: 'cycle',
    message:
      others.length === 0
        ? `${chain[0] ?? ''} is lost with itself`
        : `${chain.join(', which is lost with ').replace(', which', '')}: a circle of \`in\` and \`failsWith\``,
    at: placeInEntry(first.from, first.path),
    help: 'take out the one that is not true; what both depend on may be a domain of its own',
    related: others
      .slice(0, shown)
      .map((edge) => ({ at: placeInEntry(edge.from, edge.path), label: `lost with \`${edge.to}\`` })),
  });
}
