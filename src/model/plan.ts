import type { DateOrNever, DomainIndex, Seconds, ServiceIndex, Targets } from './targets.js';

/** A continuity or recovery plan. It changes no result; rules judge whether it would work. */
export interface Plan {
  readonly index: number;
  readonly id: string;
  readonly name: string | undefined;
  /** `all`: everything in the inventory, stated. */
  readonly covers: 'all' | Targets | undefined;
  readonly owner: string | undefined;
  readonly url: string | undefined;
  /** What must be up to read it; of several, one is enough. Never empty. */
  readonly hostedOn: Targets | undefined;
  readonly approvedBy: string | undefined;
  readonly reviewed: DateOrNever | undefined;
  readonly independentReview: DateOrNever | undefined;
  readonly exercised: DateOrNever | undefined;
  /** When its part on the way back after a failover was last reviewed; `never`: it has none. */
  readonly failback: DateOrNever | undefined;
  /** `undefined`: the plan says nothing about who starts it. */
  readonly activation: Activation | undefined;
  /** Sorted by id. `undefined`: nothing said about roles. */
  readonly roles: readonly Role[] | undefined;
  readonly communication: Communication | undefined;
  /** Duties to report, sorted by authority; empty: none stated. */
  readonly notify: readonly Notice[];
}

export interface Activation {
  readonly criteria: string | undefined;
  readonly authority: string | undefined;
  /** `none`: nobody, stated. */
  readonly deputy: string | undefined;
  readonly within: Seconds | undefined;
}

export interface Role {
  readonly id: string;
  readonly person: string | undefined;
  /** `none`: nobody, stated. */
  readonly deputy: string | undefined;
  readonly at: readonly DomainIndex[] | undefined;
  readonly deputyAt: readonly DomainIndex[] | undefined;
  readonly trained: DateOrNever | undefined;
}

export interface Communication {
  /** One is enough. An empty list: none, stated. */
  readonly channels: readonly ServiceIndex[] | undefined;
  readonly audiences: readonly string[] | undefined;
  readonly tested: DateOrNever | undefined;
}

export interface Notice {
  readonly id: string;
  readonly within: Seconds | undefined;
  readonly owner: string | undefined;
}
