import type { Place } from '../place.js';
import type { Problem } from '../problem.js';

/** Collects problems; the same one met twice (a default that every service inherits) counts once. */
export class ProblemList {
  readonly #byIdentity = new Map<string, Problem>();

  add(problem: Problem & { readonly at: Place }): void {
    const { file, document, path, on } = problem.at;
    const identity = JSON.stringify([problem.code, file, document, path, on, problem.message]);
    if (!this.#byIdentity.has(identity)) this.#byIdentity.set(identity, problem);
  }

  all(): readonly Problem[] {
    return [...this.#byIdentity.values()];
  }
}
