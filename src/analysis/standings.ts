import type { DomainIndex, Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import { lossOfGoingOn } from './going-on.js';
import type { Range } from './outcome.js';
import { ownState, up, type OwnState } from './own-state.js';
import type { RecoveryOption } from './recovery-options.js';
import { best, worst, type Side } from './side.js';
import type { Survival } from './survival.js';

/** What a loss leaves of one service, dependencies aside. */
export interface Standing {
  /** At best and at worst. */
  readonly own: readonly [OwnState, OwnState];
  /** Data it lacks where it goes on without what it lost. */
  readonly goingOn: Range;
  /** Its ways back, kept here by whoever worked them out; they also hang on how long the loss lasts. */
  options: { readonly lasts: Seconds | undefined; readonly of: readonly RecoveryOption[] } | undefined;
}

export interface Standings {
  /** Looks at what the event prepared last leaves of a service: `unharmed` where that is all it needs, on both sides. */
  readonly of: (service: ServiceIndex) => Standing;
  /** Gives the memory back; what is asked for after that is worked out again. */
  readonly forget: () => void;
}

/**
 * Most losses take the same replicas and backups of a service as other losses do: its building, its power and its
 * region all take the primary. What follows from that is worked out once for each set of what is lost, and kept.
 */
export function standings({ services }: Model, survives: Survival): Standings {
  const latest = new Int32Array(services.length).fill(-1);
  const before: number[] = [];
  const keys: number[] = [];
  const kept: Standing[] = [];
  const of = (index: ServiceIndex): Standing => {
    const service = services[index];
    if (service === undefined) return unharmed;
    const key = service.replicas.length === 0 ? undefined : keyOf(service, survives);
    if (key === undefined) return look(service, survives);
    const last = latest[index] ?? -1;
    for (let at = last; at !== -1; at = before[at] ?? -1) if (keys[at] === key) return kept[at] ?? unharmed;
    const standing = look(service, survives);
    latest[index] = kept.length;
    before.push(last);
    keys.push(key);
    kept.push(standing);
    return standing;
  };
  const forget = (): void => {
    latest.fill(-1);
    for (const list of [before, keys, kept]) list.length = 0;
  };
  return { of, forget };
}

/** Above this, two numbers may be taken for the same. */
const largestKey = Number.MAX_SAFE_INTEGER / 4;

/** All that a loss may take of what a service stands on or comes back from, two bits each; `undefined`: too much for one number. */
function keyOf({ index, backups, recovery }: Service, survives: Survival): number | undefined {
  let key = survives.fatesOf(index);
  if (key === undefined || (backups === undefined && recovery.rebuild === undefined)) return key;
  const add = (lost: (side: Side) => boolean): void => {
    if (key !== undefined) key = key > largestKey ? undefined : key * 4 + Number(lost(best)) * 2 + Number(lost(worst));
  };
  const addPlaces = (places: readonly DomainIndex[] | undefined): void =>
    add((side) => places?.every((place) => survives.placeLost(place, side)) === true);
  let copy = 0;
  for (const backup of backups ?? []) {
    for (const place of backup.at ?? [undefined]) {
      const at = copy;
      add((side) => survives.copyLost(index, at, place, backup, side));
      copy += 1;
    }
    addPlaces(backup.restore.to);
  }
  addPlaces(recovery.rebuild?.to);
  return key;
}

const nothing: Range = { best: 0, worst: 0 };
const fine: OwnState = { state: up, share: 1 };

/** It goes on, and lacks nothing. */
export const unharmed: Standing = { own: [fine, fine], goingOn: nothing, options: undefined };

function look(service: Service, survives: Survival): Standing {
  const { index } = service;
  const stateAt = (side: Side): OwnState =>
    ownState(service, (at) => survives.replicaLost(index, at, side), survives.serviceLost(index, side), side);
  const own = [stateAt(best), stateAt(worst)] as const;
  const goesOn = service.stateful && own[best].state === up;
  const goingOn = goesOn ? lossOfGoingOn(service, (at, side) => survives.replicaLost(index, at, side)) : nothing;
  if (goingOn.worst === 0 && own.every(({ state }) => state === up)) return unharmed;
  return { own, goingOn, options: undefined };
}
