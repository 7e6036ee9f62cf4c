import type { Replica, Service, Share } from '../model/model.js';
import { best, type Side } from './side.js';

/** Order of badness. */
export const up = 0;
export const degraded = 1;
export const down = 2;

export type StateCode = typeof up | typeof degraded | typeof down;

/** Sums of shares carry rounding errors of this size at most: 60% + 40% is enough for 100%. */
const tolerance = 1e-9;

export function isServing({ role }: Replica): boolean {
  return role === 'primary' || role === 'active';
}

/** 1 unless stated; a standby has none, until it is promoted. */
export function votesOf({ votes, role }: Replica): number {
  return votes ?? (role === 'standby' ? 0 : 1);
}

/** Votes needed: a majority of all, or the number stated; 0 without a quorum. */
export function votesNeeded({ quorum, replicas }: Service): number {
  if (quorum === undefined) return 0;
  if (quorum !== 'majority') return quorum;
  return Math.floor(replicas.reduce((sum, replica) => sum + votesOf(replica), 0) / 2) + 1;
}

/** A replica's share of peak load; left out beside others that state theirs, it may be all or nothing. */
export function capacityOf({ capacity }: Replica, side: Side): Share {
  return capacity ?? (side === best ? 1 : 0);
}

export function enough(capacity: Share, minimum: Share): boolean {
  return capacity + tolerance >= minimum;
}

/** What is left of the service itself, dependencies aside. */
export interface OwnState {
  readonly state: StateCode;
  /** The share of peak load still served; 1 where no capacity is declared and it serves. */
  readonly share: Share;
}

const whole: OwnState = { state: up, share: 1 };
const nothingLeft: OwnState = { state: down, share: 0 };

/** The state at the moment of loss, from which replicas are lost and whether the service as a whole is. */
export function ownState(service: Service, lost: (at: number) => boolean, gone: boolean, side: Side): OwnState {
  const { replicas, quorum } = service;
  if (replicas.length === 0) return gone ? nothingLeft : whole;
  let votes = 0;
  let share = 0;
  let declared = false;
  let hasPrimary = false;
  let primaries = 0;
  let serving = 0;
  for (let at = 0; at < replicas.length; at += 1) {
    const replica = replicas[at];
    if (replica === undefined) continue;
    const serves = isServing(replica);
    if (replica.role === 'primary') hasPrimary = true;
    if (serves && replica.capacity !== undefined) declared = true;
    if (lost(at)) continue;
    votes += votesOf(replica);
    if (!serves) continue;
    serving += 1;
    share += capacityOf(replica, side);
    if (replica.role === 'primary') primaries += 1;
  }
  const answers =
    quorum === undefined ? (hasPrimary ? primaries : serving) > 0 : votes >= votesNeeded(service) && serving > 0;
  if (!answers) return nothingLeft;
  if (!declared) return whole;
  if (enough(share, service.minCapacity)) return { state: up, share };
  return { state: share > tolerance ? degraded : down, share };
}
