import type { Seconds, ServiceIndex } from '../model/model.js';
import { fastestOption } from './derive.js';
import { firstOf, waitsOf, type ReadyAt } from './option-time.js';
import type { Via, WaitKind } from './outcome.js';
import { up } from './own-state.js';
import { stepsOf, type Step } from './option-steps.js';
import type { OpenSide } from './recovery-options.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';

/** One service in a restart, as it goes at best. */
export interface WaveEntry {
  readonly service: ServiceIndex;
  /** `none`: it comes back by itself once what it waits for is there. */
  readonly via: Via;
  /** When its own work can begin: everything it waits for is ready, and somebody has decided. */
  readonly startsAt: Seconds;
  /** What it waits for among the services that are not up, the last to be ready first. */
  readonly waits: readonly RestartWait[];
  /** What is done, in order; the first of it beside the waits. */
  readonly steps: readonly Step[];
}

export interface RestartWait {
  readonly service: ServiceIndex;
  readonly by: WaitKind;
  readonly seconds: Seconds;
}

/**
 * The order in which services come back: the first wave waits for nobody, each further one only for those before it,
 * and services that need each other hard share one. In the order of times, so that of an `anyOf` the member is taken
 * that is ready first. Services that never come back are in none.
 */
export function restartWaves(solver: Solver, solution: Solution): readonly (readonly WaveEntry[])[] {
  const { graph } = solver;
  const impaired = impairedServices(solver, solution);
  const readyAt = (service: ServiceIndex): Seconds => solution.readyAt(service, best);
  const pending = new Map<ServiceIndex, WaveEntry>();
  for (const service of impaired) {
    if (readyAt(service) < Infinity) pending.set(service, waveEntry(solver, solution, service, impaired));
  }
  const waves: (readonly WaveEntry[])[] = [];
  while (pending.size > 0) {
    const blocked = new Set<number | undefined>();
    for (const { service, waits } of pending.values()) {
      const group = graph.group[service];
      // Any other wait inside a group would never end, and who never comes back is not pending.
      if (waits.some((wait) => graph.group[wait.service] !== group && pending.has(wait.service))) blocked.add(group);
    }
    const free = [...pending.values()].filter(({ service }) => !blocked.has(graph.group[service]));
    // Equal times can make two members of an `anyOf` name each other; they are ready at the same moment all the same.
    const least = Math.min(...[...pending.keys()].map(readyAt));
    const wave = free.length > 0 ? free : [...pending.values()].filter(({ service }) => readyAt(service) === least);
    for (const { service } of wave) pending.delete(service);
    waves.push(wave.toSorted((a, b) => a.startsAt - b.startsAt || a.service - b.service));
  }
  return waves;
}

function waveEntry(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  impaired: ReadonlySet<ServiceIndex>,
): WaveEntry {
  const { graph } = solver;
  const readyAt = (other: ServiceIndex): Seconds => solution.readyAt(other, best);
  const stopped = solution.ownStateOf(service, best).state !== up;
  const fastest = stopped ? fastestOption(solver, solution, service, best) : undefined;
  const waits = new Map<ServiceIndex, RestartWait>();
  const add = (members: readonly ServiceIndex[], by: WaitKind): void => {
    if (members.some((member) => !impaired.has(member))) return;
    const { service: first, seconds } = firstOf(members, readyAt);
    if (first !== undefined && !waits.has(first)) waits.set(first, { service: first, by, seconds });
  };
  if (fastest !== undefined) {
    for (const tool of fastest.open.uses ?? []) add([tool], 'uses');
    if (fastest.open.key !== undefined) add([fastest.open.key], 'key');
  }
  for (const { kind, members } of needsIn(graph, graph.needsOf, service)) {
    if (kind === 'hard' || (stopped && kind === 'startup')) add(members, kind);
  }
  return {
    service,
    via: fastest?.option.via ?? 'none',
    startsAt: fastest !== undefined ? gateOf(solver, service, fastest.open, readyAt) : readyAt(service),
    waits: [...waits.values()].toSorted((a, b) => b.seconds - a.seconds || a.service - b.service),
    steps: fastest !== undefined ? stepsInOrder(solver, service, fastest.open) : [],
  };
}

function stepsInOrder({ model }: Solver, service: ServiceIndex, open: OpenSide): readonly Step[] {
  const { before, after } = stepsOf(model, service, open, best);
  return [...before, ...after];
}

/** The later of its own first steps and of all that it waits for. */
function gateOf({ graph }: Solver, service: ServiceIndex, open: OpenSide, readyAt: ReadyAt): Seconds {
  return waitsOf(graph, service, open, best, readyAt).reduce(
    (last, { seconds }) => Math.max(last, seconds),
    open.before,
  );
}

/** Services that surely stopped: by themselves, or for want of a hard dependency. */
function impairedServices({ graph }: Solver, solution: Solution): ReadonlySet<ServiceIndex> {
  const impaired = new Set(solution.suspects().filter((one) => solution.ownStateOf(one, best).state !== up));
  for (const service of impaired) {
    for (const { kind, owner, members } of needsIn(graph, graph.neededIn, service)) {
      if (kind === 'hard' && members.every((member) => impaired.has(member))) impaired.add(owner);
    }
  }
  return impaired;
}
