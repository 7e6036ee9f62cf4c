import type { Extent, Place } from './place.js';

/** Why an input could not be audited. Stable names, public: they appear in output and in scripts. */
export type ProblemCode =
  | 'encoding' // not UTF-8, or a NUL or control character
  | 'syntax' // not YAML or JSON
  | 'limit' // too large, too deep, too many aliases
  | 'empty' // a file or value with nothing in it
  | 'duplicate' // a key or an id written twice
  | 'unknown-key'
  | 'type' // a value of the wrong shape
  | 'value' // a value of the right shape that cannot be read (duration, size, date, enum)
  | 'reference' // names something that is not defined, or of the wrong kind
  | 'cycle' // `in` or `failsWith` that comes back to itself
  | 'not-inventory'; // another kind of document, such as a Kubernetes manifest

/** Something that keeps the input from being audited. Any problem closes the gate: no rule runs. */
export interface Problem {
  readonly code: ProblemCode;
  /** One sentence, our words, no line number and no trailing full stop. */
  readonly message: string;
  readonly at: Place | Extent;
  /** What to write instead, or where to look; "did you mean" goes here. Nobody is left with only what is wrong. */
  readonly help: string;
  /** Other places that matter, such as the first of two equal ids. */
  readonly related?: readonly { readonly at: Place | Extent; readonly label: string }[] | undefined;
}
