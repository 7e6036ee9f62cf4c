import { atLeast } from '../finding.js';
import type { Model } from '../model/model.js';
import { subjectKey, type Found } from '../rules/run-rules.js';

/** A finding that stands for itself, with the rules that saw less of the same cause. */
export interface Folded {
  readonly found: Found;
  readonly also: readonly string[];
}

/**
 * One root cause, one finding: where a rule supersedes another and both fired on one subject (or on one that the first
 * covers), the superseded finding is named in the other's `also` instead of standing on its own. A superseded finding
 * that is more severe stays, so that folding never hides the worse news.
 */
export function foldFindings(model: Model, all: readonly Found[]): readonly Folded[] {
  const bySubject = new Map<string, Found[]>();
  for (const found of all) {
    const covered = (found.failure.covers ?? []).map((index) => `service:${model.services[index]?.id ?? ''}`);
    for (const key of [subjectKey(found.subject), ...covered]) {
      const others = bySubject.get(key);
      if (others) others.push(found);
      else bySubject.set(key, [found]);
    }
  }
  const superseder = (found: Found): Found | undefined =>
    bySubject
      .get(subjectKey(found.subject))
      ?.find((other) => other.rule.supersedes.includes(found.rule.id) && atLeast(other.severity, found.severity));
  // `supersedes` has no cycles (a test of the catalogue), so this ends.
  const head = (found: Found): Found => {
    const above = superseder(found);
    return above === undefined ? found : head(above);
  };
  const also = new Map<Found, Set<string>>();
  for (const found of all) {
    const above = head(found);
    const folded = also.get(above) ?? new Set<string>();
    if (above !== found) folded.add(found.rule.id);
    also.set(above, folded);
  }
  return [...also].map(([found, rules]) => ({ found, also: [...rules].sort() }));
}
