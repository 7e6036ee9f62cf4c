/** A value read from text, or why it could not be. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refusal;

/** Why a text was refused. */
export interface Refusal {
  readonly ok: false;
  /** Follows the text as its subject: "`5` has no unit". */
  readonly reason: string;
  /** The right form to write: "write `5m` (minutes) or `5s` (seconds)". */
  readonly help: string;
}

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(reason: string, help: string): Refusal {
  return { ok: false, reason, help };
}
