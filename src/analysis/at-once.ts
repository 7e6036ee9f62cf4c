import type { ServiceIndex } from '../model/model.js';
import { degraded, down, up, type StateCode } from './own-state.js';
import { hard, soft, type ServiceGraph } from './service-graph.js';

/** Who is down and who is degraded at the moment of loss. Answers are about the last spread. */
export interface AtOnce {
  /** From the services whose own state is not fine, with that state. */
  readonly spread: (struck: readonly ServiceIndex[], own: (service: ServiceIndex) => StateCode) => void;
  readonly stateOf: (service: ServiceIndex) => StateCode;
  /** Not back until something recovers: down or degraded by itself or through a hard dependency. */
  readonly impaired: () => readonly ServiceIndex[];
  readonly isImpaired: (service: ServiceIndex) => boolean;
  /** Whether all members of a need are. */
  readonly allImpaired: (need: number) => boolean;
  /** All services that are not up: the impaired, and those that only lack a soft dependency. */
  readonly affected: () => readonly ServiceIndex[];
}

/**
 * Two least fixpoints by counting: down = own state down, or all members of a hard need down; impaired = the same
 * with degraded. So healthy services that need each other in a circle are up. A soft need whose members are all
 * down degrades its owner, and that goes no further.
 */
export function atOnce(graph: ServiceGraph): AtOnce {
  const { owner, kind, size } = graph;
  const { starts, items } = graph.neededIn;
  const count = starts.length - 1;
  const state = new Uint8Array(count);
  const impairedMark = new Uint8Array(count);
  const downMembers = new Int32Array(size.length);
  const impairedMembers = new Int32Array(size.length);
  const impaired: number[] = [];
  const downs: number[] = [];
  const softened: number[] = [];

  const clear = (counts: Int32Array, service: ServiceIndex): void => {
    const end = starts[service + 1] ?? 0;
    for (let at = starts[service] ?? 0; at < end; at += 1) counts[items[at] ?? 0] = 0;
  };
  const forget = (): void => {
    for (const service of downs) clear(downMembers, service);
    for (const service of impaired) {
      clear(impairedMembers, service);
      state[service] = up;
      impairedMark[service] = 0;
    }
    for (const service of softened) state[service] = up;
    impaired.length = 0;
    downs.length = 0;
    softened.length = 0;
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
  /** Owners of soft needs all of whose members are down; their state is set last. */
  const wanting: number[] = [];
  const spreadDown = (service: ServiceIndex): void => {
    const end = starts[service + 1] ?? 0;
    for (let at = starts[service] ?? 0; at < end; at += 1) {
      const need = items[at] ?? 0;
      const seen = (downMembers[need] ?? 0) + 1;
      downMembers[need] = seen;
      if (seen !== size[need]) continue;
      if (kind[need] === hard) setDown(owner[need] ?? 0);
      else if (kind[need] === soft) wanting.push(owner[need] ?? 0);
    }
  };
  const spreadImpaired = (service: ServiceIndex): void => {
    const end = starts[service + 1] ?? 0;
    for (let at = starts[service] ?? 0; at < end; at += 1) {
      const need = items[at] ?? 0;
      const seen = (impairedMembers[need] ?? 0) + 1;
      impairedMembers[need] = seen;
      if (seen === size[need] && kind[need] === hard) setImpaired(owner[need] ?? 0);
    }
  };

  return {
    spread: (struck, own) => {
      forget();
      wanting.length = 0;
      for (const service of struck) if (own(service) === down) setDown(service);
      for (let at = 0; at < downs.length; at += 1) spreadDown(downs[at] ?? 0);
      for (const service of downs) setImpaired(service);
      for (const service of struck) if (own(service) === degraded) setImpaired(service);
      for (let at = 0; at < impaired.length; at += 1) spreadImpaired(impaired[at] ?? 0);
      for (const service of wanting) {
        if (state[service] !== up) continue;
        state[service] = degraded;
        softened.push(service);
      }
    },
    stateOf: (service) => (state[service] === down ? down : state[service] === degraded ? degraded : up),
    impaired: () => impaired,
    isImpaired: (service) => impairedMark[service] === 1,
    allImpaired: (need) => (impairedMembers[need] ?? 0) >= (size[need] ?? 0),
    affected: () => [...impaired, ...softened],
  };
}
