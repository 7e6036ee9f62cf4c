import type { Seconds, ServiceIndex } from '../model/model.js';
import type { AtOnce } from './at-once.js';
import type { OpenSide, RecoveryOption } from './recovery-options.js';
import { scratchNumbers } from './scratch-numbers.js';
import { hard, startup, type ServiceGraph } from './service-graph.js';
import { worst, type Side } from './side.js';
import { timeHeap } from './time-heap.js';

/** The options of each service whose own state is not fine. */
export type OptionsOf = (service: ServiceIndex) => readonly RecoveryOption[] | undefined;

/** When each impaired service is ready, in seconds; Infinity for those that never are. Until the next call for the side. */
export type ReadyTimes = (service: ServiceIndex) => Seconds;

/** Works out ready times; one scratch memory for many losses. `closed` names services whose restores do not count. */
export type ReadyTimesOf = (
  once: AtOnce,
  options: OptionsOf,
  side: Side,
  closed: ReadonlySet<ServiceIndex>,
) => ReadyTimes;

/**
 * Least fixpoint over an AND/OR graph: an option waits for all it needs, a service takes its first option, a group of
 * services that start together waits for all of them. Nodes settle in order of time (Knuth, "A generalization of
 * Dijkstra's algorithm", 1977), so that what waits in a circle without a way out never settles.
 */
export function readyTimesOver(graph: ServiceGraph): ReadyTimesOf {
  const { needs, kind, group, only } = graph;
  const services = group.length;
  const heap = timeHeap();
  const times = [scratchNumbers(services, Infinity), scratchNumbers(services, Infinity)] as const;
  // A node is an option (of `owner`) or the readiness of a group (`owner` = -1 - group).
  const owner: number[] = [];
  const pending: number[] = [];
  const latest: Seconds[] = [];
  const after: Seconds[] = [];
  // A wait is a node that waits for the first of some services. Its entries hang on each of them in a chain.
  const waitNode: number[] = [];
  const waitDone: boolean[] = [];
  const entryWait: number[] = [];
  const entryNext: number[] = [];
  const firstEntry = new Int32Array(services).fill(-1);
  const groupNode = new Int32Array(services).fill(-1);
  const recovered = new Uint8Array(services);
  const waitedFor: number[] = [];

  const forget = (): void => {
    for (const service of waitedFor) firstEntry[service] = -1;
    for (const of of owner) {
      if (of >= 0) recovered[of] = 0;
      else groupNode[-1 - of] = -1;
    }
    for (const list of [owner, pending, latest, after, waitNode, entryWait, entryNext, waitedFor]) list.length = 0;
    waitDone.length = 0;
    heap.clear();
  };
  const addNode = (of: number, from: Seconds, tail: Seconds): number => {
    owner.push(of);
    pending.push(0);
    latest.push(from);
    after.push(tail);
    return owner.length - 1;
  };
  const finish = (node: number): void => heap.push((latest[node] ?? 0) + (after[node] ?? 0), node);
  const deliver = (node: number, time: Seconds): void => {
    if (time > (latest[node] ?? 0)) latest[node] = time;
    const left = (pending[node] ?? 0) - 1;
    pending[node] = left;
    if (left === 0) finish(node);
  };
  const hang = (service: ServiceIndex, wait: number): void => {
    const before = firstEntry[service] ?? -1;
    if (before === -1) waitedFor.push(service);
    entryWait.push(wait);
    entryNext.push(before);
    firstEntry[service] = entryWait.length - 1;
  };

  /** A need of one member of a group for another: they start together. */
  const isInside = (need: number, of: number): boolean => {
    const member = only[need] ?? -1;
    return member !== -1 && group[member] === of;
  };

  return (once, options, side, closed) => {
    forget();
    const ready = times[side];
    ready.clear();
    const addWait = (node: number): number => {
      pending[node] = (pending[node] ?? 0) + 1;
      waitNode.push(node);
      waitDone.push(false);
      return waitNode.length - 1;
    };
    const addWaitForOne = (node: number, service: ServiceIndex): void => {
      if (once.isImpaired(service)) hang(service, addWait(node));
    };
    /** Until the first of the members is ready; not at all where one of them never stopped. */
    const addWaitForNeed = (node: number, need: number): void => {
      if (!once.allImpaired(need)) return;
      const wait = addWait(node);
      const member = only[need] ?? -1;
      if (member !== -1) hang(member, wait);
      else for (const one of needs[need]?.members ?? []) hang(one, wait);
    };
    const { starts, items } = graph.needsOf;
    const addOption = (service: ServiceIndex, open: OpenSide): void => {
      const { before, after: tail } = open;
      // In the worst case what nobody wrote down is something that never comes.
      if (before === Infinity || tail === Infinity || (open.uses === undefined && side === worst)) return;
      const node = addNode(service, before, tail);
      for (const tool of open.uses ?? []) addWaitForOne(node, tool);
      if (open.key !== undefined) addWaitForOne(node, open.key);
      const end = starts[service + 1] ?? 0;
      for (let at = starts[service] ?? 0; at < end; at += 1) {
        const need = items[at] ?? 0;
        if (kind[need] === startup) addWaitForNeed(node, need);
      }
      if (pending[node] === 0) finish(node);
    };
    const addGroup = (of: number): void => {
      const node = addNode(-1 - of, 0, 0);
      groupNode[of] = node;
      const last = graph.members.starts[of + 1] ?? 0;
      for (let index = graph.members.starts[of] ?? 0; index < last; index += 1) {
        const member = graph.members.items[index] ?? 0;
        if (options(member) !== undefined) pending[node] = (pending[node] ?? 0) + 1;
        // Never delivered: at worst what nobody knows of never comes.
        if (side === worst && graph.open[member] === 1) pending[node] = (pending[node] ?? 0) + 1;
        const end = starts[member + 1] ?? 0;
        for (let at = starts[member] ?? 0; at < end; at += 1) {
          const need = items[at] ?? 0;
          if (kind[need] === hard && once.allImpaired(need) && !isInside(need, of)) addWaitForNeed(node, need);
        }
      }
      if (pending[node] === 0) finish(node);
    };
    const settle = (service: ServiceIndex, time: Seconds): void => {
      ready.set(service, time);
      for (let entry = firstEntry[service] ?? -1; entry !== -1; entry = entryNext[entry] ?? -1) {
        const wait = entryWait[entry] ?? 0;
        if (waitDone[wait] === true) continue;
        waitDone[wait] = true;
        deliver(waitNode[wait] ?? 0, time);
      }
    };

    for (const service of once.impaired()) {
      const of = group[service] ?? 0;
      if (groupNode[of] === -1) addGroup(of);
      for (const option of options(service) ?? []) {
        const open = option.sides[side];
        if (open.open && !(option.via === 'restore' && closed.has(service))) addOption(service, open);
      }
    }
    for (let node = heap.pop(); node !== -1; node = heap.pop()) {
      const time = heap.time();
      const of = owner[node] ?? 0;
      if (of < 0) {
        const end = graph.members.starts[-of] ?? 0;
        for (let at = graph.members.starts[-1 - of] ?? 0; at < end; at += 1) settle(graph.members.items[at] ?? 0, time);
      } else if (recovered[of] === 0) {
        recovered[of] = 1;
        deliver(groupNode[group[of] ?? 0] ?? 0, time);
      }
    }
    return ready.get;
  };
}
