import { atLeast } from '../finding.js';
import { subjectKey, type Found } from '../rules/run-rules.js';

/** A finding that stands for itself, with the rules that saw less of the same cause. */
export interface Folded {
  readonly found: Found;
  readonly also: readonly string[];
}

/**
 * One root cause, one finding: where a rule supersedes another and both fired on one subject, the
 * superseded finding is named in the other's `also` instead of standing on its own. A superseded finding
 * that is more severe stays, so that folding never hides the worse news.
 */
export function foldFindings(all: readonly Found[]): readonly Folded[] {
  const bySubject = new Map<string, Found[]>();
  for (const found of all) {
    const key = subjectKey(found.subject);
    const others = bySubject.get(key);
    if (others) others.push(found);
    else bySubject.set(key, [found]);
  }
  return [...bySubject.values()].flatMap(foldSubject);
}

function foldSubject(founds: readonly Found[]): readonly Folded[] {
  const superseder = (found: Found): Found | undefined =>
    founds.find((other) => other.rule.supersedes.includes(found.rule.id) && atLeast(other.severity, found.severity));
  // `supersedes` has no cycles (a test of the catalogue), so this ends.
  const head = (found: Found): Found => {
    const above = superseder(found);
    return above === undefined ? found : head(above);
  };
  return founds
    .filter((found) => superseder(found) === undefined)
    .map((found) => ({
      found,
      also: [
        ...new Set(founds.filter((other) => other !== found && head(other) === found).map(({ rule }) => rule.id)),
      ].sort(),
    }));
}
