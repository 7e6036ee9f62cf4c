import type { DomainIndex, Seconds, ServiceIndex } from '../model/model.js';

/** What is lost at time 0: the `X` of the semantics. */
export interface LossEvent {
  readonly domains: readonly DomainIndex[];
  readonly services: readonly ServiceIndex[];
  /** Services whose data is damaged: all their replicas are of no use, backups survive by their own rule. */
  readonly corrupted: readonly ServiceIndex[];
  /** How long the loss lasts, where the event says so; `undefined`: as the lost domains say. */
  readonly lasts: Seconds | undefined;
  /** When each of what is named is back, where they differ: seconds, Infinity for never. `lasts` then says nothing. */
  readonly ends?: EventEnds | undefined;
  /** Nothing lost ever comes back, whatever `lasts` says. */
  readonly destroys: boolean;
}

/** Those that are not in here are never back. */
export interface EventEnds {
  readonly domains: ReadonlyMap<DomainIndex, Seconds>;
  readonly services: ReadonlyMap<ServiceIndex, Seconds>;
}
