import { distance } from 'fastest-levenshtein';

/** Comparisons made in one run. Enough for a hundred slips among 100,000 ids, and a bound on the time that hostile input can cost. */
const budget = 10_000_000;

/** Finds the name that was probably meant. One per run, because the budget is for all questions together. */
export class NameSuggester {
  #left: number = budget;

  /** The first of the nearest candidates, or `undefined` if none is near enough to be a slip of the finger. */
  nearest(name: string, candidates: readonly string[]): string | undefined {
    if (candidates.length > this.#left) return undefined;
    this.#left -= candidates.length;
    const wanted = name.toLowerCase();
    let best: string | undefined;
    let bestDistance = wanted.length <= 3 ? 2 : Math.max(2, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of candidates) {
      if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
      const steps = distance(wanted, candidate.toLowerCase());
      if (steps < bestDistance) {
        best = candidate;
        bestDistance = steps;
      }
    }
    return best;
  }
}
