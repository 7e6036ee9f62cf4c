import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word most likely meant, or undefined. Capitals, hyphens and underscores do not count;
 * beyond that about one letter in three may be wrong. Of equally near candidates the first.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  const plain = plainly(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = stepsBetween(plain, plainly(candidate));
    // A word of two letters is not a misspelling of every other one.
    if (steps < least && steps < candidate.length - 1) [best, least] = [candidate, steps];
  }
  return best;
}

/** Edits between two words, where two letters in the wrong order are one slip and not two. */
function stepsBetween(a: string, b: string): number {
  const steps = distance(a, b);
  return steps === 2 && a.length === b.length && sorted(a) === sorted(b) ? 1 : steps;
}

function sorted(word: string): string {
  return word.split('').toSorted().join('');
}

function plainly(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}
