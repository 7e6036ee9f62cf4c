import type { ProblemCode } from '../../src/problem.js';

/** A document and the problems it must give. */
export interface WrongDocument {
  readonly yaml: string;
  readonly problems: readonly {
    readonly code: ProblemCode;
    /** The key path with slashes, after `key` where the key is meant and not the value. */
    readonly at: string;
    readonly message: string;
    readonly help?: string;
  }[];
}
