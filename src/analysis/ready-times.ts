import type { Seconds, ServiceIndex } from '../model/model.js';
import type { AtOnce } from './at-once.js';
import type { OpenSide, RecoveryOption } from './recovery-options.js';
import type { ServiceGraph } from './service-graph.js';
import type { Side } from './side.js';
import { rowOf } from './sparse-rows.js';
import { timeHeap } from './time-heap.js';

/** The options of each service whose own state is not fine. */
export type OptionsOf = (service: ServiceIndex) => readonly RecoveryOption[] | undefined;

/** When each impaired service is ready, in seconds; those that are missing never are. */
export type ReadyTimes = ReadonlyMap<ServiceIndex, Seconds>;

/**
 * Least fixpoint over an AND/OR graph: an option waits for all it needs, a service takes its first option, a group of
 * services that start together waits for all of them. Nodes settle in order of time (Knuth, "A generalization of
 * Dijkstra's algorithm", 1977), so that what waits in a circle without a way out never settles.
 * `closed` names services whose restores do not count.
 */
export function readyTimes(
  graph: ServiceGraph,
  once: AtOnce,
  options: OptionsOf,
  side: Side,
  closed: ReadonlySet<ServiceIndex>,
): ReadyTimes {
  const ready = new Map<ServiceIndex, Seconds>();
  const recovered = new Set<ServiceIndex>();
  const heap = timeHeap();
  // A node is an option (of `owner`) or the readiness of a group (`owner` = -1 - group).
  const owner: number[] = [];
  const pending: number[] = [];
  const latest: Seconds[] = [];
  const after: Seconds[] = [];
  const waitNode: number[] = [];
  const waitDone: boolean[] = [];
  const waiters = new Map<ServiceIndex, number[]>();
  const groupNode = new Map<number, number>();

  const addNode = (of: number, from: Seconds, tail: Seconds): number => {
    owner.push(of);
    pending.push(0);
    latest.push(from);
    after.push(tail);
    return owner.length - 1;
  };
  /** The node waits until the first of the members is ready; not at all where one of them never stopped. */
  const addWait = (node: number, members: readonly ServiceIndex[]): void => {
    if (members.some((member) => !once.isImpaired(member))) return;
    pending[node] = (pending[node] ?? 0) + 1;
    waitNode.push(node);
    waitDone.push(false);
    for (const member of members) {
      const list = waiters.get(member);
      if (list) list.push(waitNode.length - 1);
      else waiters.set(member, [waitNode.length - 1]);
    }
  };
  const finish = (node: number): void => heap.push((latest[node] ?? 0) + (after[node] ?? 0), node);
  const deliver = (node: number, time: Seconds): void => {
    latest[node] = Math.max(latest[node] ?? 0, time);
    pending[node] = (pending[node] ?? 0) - 1;
    if (pending[node] === 0) finish(node);
  };
  const addOption = (service: ServiceIndex, open: OpenSide): void => {
    const before = total(open.before);
    const tail = total(open.after);
    // In the worst case what nobody wrote down is something that never comes.
    if (before === Infinity || tail === Infinity || (open.uses === undefined && side === 1)) return;
    const node = addNode(service, before, tail);
    for (const tool of open.uses ?? []) addWait(node, [tool]);
    if (open.key !== undefined) addWait(node, [open.key]);
    for (const need of rowOf(graph.needsOf, service)) {
      const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
      if (kind === 'startup') addWait(node, members);
    }
    if (pending[node] === 0) finish(node);
  };
  const addGroup = (group: number): void => {
    const node = addNode(-1 - group, 0, 0);
    groupNode.set(group, node);
    for (const member of rowOf(graph.members, group)) {
      if (options(member) !== undefined) pending[node] = (pending[node] ?? 0) + 1;
      for (const need of rowOf(graph.needsOf, member)) {
        const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
        const [first = member] = members;
        const inside = members.length === 1 && graph.group[first] === group;
        if (kind === 'hard' && !inside) addWait(node, members);
      }
    }
    if (pending[node] === 0) finish(node);
  };

  for (const service of once.impaired()) {
    const group = graph.group[service] ?? 0;
    if (!groupNode.has(group)) addGroup(group);
    for (const option of options(service) ?? []) {
      const open = option.sides[side];
      if (open.open && !(option.via === 'restore' && closed.has(service))) addOption(service, open);
    }
  }
  for (let node = heap.pop(); node !== -1; node = heap.pop()) {
    const time = heap.time();
    const of = owner[node] ?? 0;
    if (of >= 0) {
      if (recovered.has(of)) continue;
      recovered.add(of);
      deliver(groupNode.get(graph.group[of] ?? 0) ?? 0, time);
      continue;
    }
    for (const member of rowOf(graph.members, -1 - of)) {
      ready.set(member, time);
      for (const wait of waiters.get(member) ?? []) {
        if (waitDone[wait] === true) continue;
        waitDone[wait] = true;
        deliver(waitNode[wait] ?? 0, time);
      }
    }
  }
  return ready;
}

function total(steps: OpenSide['before']): Seconds {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
