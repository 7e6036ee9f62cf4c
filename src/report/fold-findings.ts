import { atLeast } from '../finding.js';
import { subjectKey, type Found } from '../rules/run-rules.js';

/** A finding that stands for itself, with the rules that saw less of the same cause. */
export interface Folded {
  readonly found: Found;
  readonly also: readonly string[];
}

/**
 * One root cause, one finding: where a rule supersedes another and both fired on one subject, the
 * superseded findings are named in the other's `also` instead of standing on their own. A superseded
 * finding that is more severe stays, so that folding never hides the worse news.
 */
export function foldFindings(all: readonly Found[]): readonly Folded[] {
  const bySubject = Map.groupBy(all, (found) => subjectKey(found.subject));
  return [...bySubject.values()].flatMap(foldSubject);
}

function foldSubject(founds: readonly Found[]): readonly Folded[] {
  const superseders = (found: Found): readonly Found[] =>
    founds.filter(
      (other) =>
        other !== found &&
        other.rule.supersedes.includes(found.rule.id) &&
        atLeast(other.severity, found.severity),
    );
  const standing = founds.filter((found) => superseders(found).length === 0);
  return standing.map((found) => ({
    found,
    also: [
      ...new Set(founds.filter((other) => superseders(other).includes(found)).map((other) => other.rule.id)),
    ].sort(),
  }));
}
