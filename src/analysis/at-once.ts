import type { ServiceIndex } from '../model/model.js';
import { degraded, down, up, type StateCode } from './own-state.js';
import type { ServiceGraph } from './service-graph.js';

/** Who is down and who is degraded at the moment of loss. Answers are about the last spread. */
export interface AtOnce {
  /** From the services whose own state is not fine, with that state. */
  readonly spread: (own: ReadonlyMap<ServiceIndex, StateCode>) => void;
  readonly stateOf: (service: ServiceIndex) => StateCode;
  /** Not back until something recovers: down or degraded by itself or through a hard dependency. */
  readonly impaired: () => readonly ServiceIndex[];
  readonly isImpaired: (service: ServiceIndex) => boolean;
  /** All services that are not up: the impaired, and those that only lack a soft dependency. */
  readonly affected: () => readonly ServiceIndex[];
}

/**
 * Two least fixpoints by counting: down = own state down, or all members of a hard need down; impaired = the same
 * with degraded. So healthy services that need each other in a circle are up. A soft need whose members are all
 * down degrades its owner, and that goes no further.
 */
export function atOnce(graph: ServiceGraph): AtOnce {
  const { needs, neededIn } = graph;
  const count = neededIn.starts.length - 1;
  const state = new Uint8Array(count);
  const impairedMark = new Uint8Array(count);
  const downMembers = new Int32Array(needs.length);
  const impairedMembers = new Int32Array(needs.length);
  let impaired: number[] = [];
  let downs: number[] = [];
  let softened: number[] = [];

  const each = (service: ServiceIndex, visit: (need: number) => void): void => {
    const end = neededIn.starts[service + 1] ?? 0;
    for (let at = neededIn.starts[service] ?? 0; at < end; at += 1) visit(neededIn.items[at] ?? 0);
  };
  const forget = (): void => {
    for (const service of downs)
      each(service, (need) => {
        downMembers[need] = 0;
      });
    for (const service of impaired) {
      each(service, (need) => {
        impairedMembers[need] = 0;
      });
      state[service] = up;
      impairedMark[service] = 0;
    }
    for (const service of softened) state[service] = up;
    impaired = [];
    downs = [];
    softened = [];
  };
  const setDown = (service: ServiceIndex): void => {
    if (state[service] === down) return;
    state[service] = down;
    downs.push(service);
  };
  const setImpaired = (service: ServiceIndex): void => {
    if (impairedMark[service] === 1) return;
    impairedMark[service] = 1;
    if (state[service] !== down) state[service] = degraded;
    impaired.push(service);
  };
  /** Adds one to a need's count; true when that was its last member. */
  const completes = (counts: Int32Array, need: number): boolean => {
    const seen = (counts[need] ?? 0) + 1;
    counts[need] = seen;
    return seen === needs[need]?.members.length;
  };

  return {
    spread: (own) => {
      forget();
      for (const [service, code] of own) if (code === down) setDown(service);
      const soft: number[] = [];
      for (let at = 0; at < downs.length; at += 1) {
        each(downs[at] ?? 0, (index) => {
          const need = needs[index];
          if (need === undefined || need.kind === 'startup' || !completes(downMembers, index)) return;
          if (need.kind === 'hard') setDown(need.owner);
          else soft.push(need.owner);
        });
      }
      for (const service of downs) setImpaired(service);
      for (const [service, code] of own) if (code === degraded) setImpaired(service);
      for (let at = 0; at < impaired.length; at += 1) {
        each(impaired[at] ?? 0, (index) => {
          const need = needs[index];
          if (need?.kind === 'hard' && completes(impairedMembers, index)) setImpaired(need.owner);
        });
      }
      for (const service of soft) {
        if (state[service] !== up) continue;
        state[service] = degraded;
        softened.push(service);
      }
    },
    stateOf: (service) => (state[service] === down ? down : state[service] === degraded ? degraded : up),
    impaired: () => impaired,
    isImpaired: (service) => impairedMark[service] === 1,
    affected: () => [...impaired, ...softened],
  };
}
