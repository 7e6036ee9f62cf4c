/** Position in `Model.domains`. */
export type DomainIndex = number;
/** Position in `Model.services`. */
export type ServiceIndex = number;
/** Seconds, 0 or more, finite. */
export type Seconds = number;

/** Anything that can be named in `lose`. */
export interface Targets {
  readonly domains: readonly DomainIndex[];
  readonly services: readonly ServiceIndex[];
}

/** An ISO date; `never`: it has not happened, stated. */
export type DateOrNever = string;
