import type { Seconds, ServiceIndex } from '../model/model.js';
import type { OpenSide, OptionSide } from './recovery-options.js';
import { startup, type ServiceGraph } from './service-graph.js';
import type { Side } from './side.js';
import { needsIn } from './needs-in.js';
import type { WaitKind } from './outcome.js';

/** When a service is ready; 0 for those that never stopped, Infinity for those that never come back. */
export type ReadyAt = (service: ServiceIndex) => Seconds;

/** Whom an option waits for longest, and until when. */
export interface Wait {
  /** `undefined`: something nobody wrote down. */
  readonly service: ServiceIndex | undefined;
  readonly by: WaitKind;
  readonly seconds: Seconds;
}

/** Every wait of an open option of a service. */
export function waitsOf(
  graph: ServiceGraph,
  service: ServiceIndex,
  open: OpenSide,
  side: Side,
  readyAt: ReadyAt,
): readonly Wait[] {
  const waits: Wait[] = [];
  if (open.uses === undefined && side === 1) waits.push({ service: undefined, by: 'uses', seconds: Infinity });
  for (const tool of open.uses ?? []) waits.push({ service: tool, by: 'uses', seconds: readyAt(tool) });
  if (open.key !== undefined) waits.push({ service: open.key, by: 'key', seconds: readyAt(open.key) });
  for (const { kind, members } of needsIn(graph, graph.needsOf, service)) {
    if (kind === 'startup') waits.push({ ...firstOf(members, readyAt), by: 'startup' });
  }
  return waits;
}

/** The first of several that is ready. */
export function firstOf(
  members: readonly ServiceIndex[],
  readyAt: ReadyAt,
): { readonly service: ServiceIndex | undefined; readonly seconds: Seconds } {
  let first = { service: members[0], seconds: Infinity };
  for (const service of members) {
    const seconds = readyAt(service);
    if (seconds < first.seconds) first = { service, seconds };
  }
  return first;
}

/** How long an option takes: its steps before run beside the waits, its steps after follow the later of the two. */
export function optionTime(
  graph: ServiceGraph,
  service: ServiceIndex,
  option: OptionSide,
  side: Side,
  readyAt: ReadyAt,
): Seconds {
  if (!option.open) return Infinity;
  let waited = option.before;
  if (option.uses === undefined && side === 1) return Infinity;
  for (const tool of option.uses ?? []) waited = Math.max(waited, readyAt(tool));
  if (option.key !== undefined) waited = Math.max(waited, readyAt(option.key));
  const { starts, items } = graph.needsOf;
  const end = starts[service + 1] ?? 0;
  for (let at = starts[service] ?? 0; at < end; at += 1) {
    const need = items[at] ?? 0;
    if (graph.kind[need] === startup)
      waited = Math.max(waited, firstOf(graph.needs[need]?.members ?? [], readyAt).seconds);
  }
  return waited + option.after;
}
