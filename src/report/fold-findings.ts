import { atLeast } from '../finding.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { subjectKey, type Found } from '../rules/run-rules.js';

/** A finding that stands for itself, with the rules that saw less of the same cause. */
export interface Folded {
  readonly found: Found;
  readonly also: readonly string[];
  /** Those that it hurts, worst first, and those of whom only the folded findings say so. Never its own subject. */
  readonly hurts: readonly ServiceIndex[];
  /** The most by which it or one that was folded into it misses; undefined: none of them measures. */
  readonly magnitude: number | null | undefined;
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
  const magnitudes = new Map<Found, number>();
  const hurts = new Map<Found, Set<ServiceIndex>>(all.map((found) => [found, new Set(found.failure.hurts)]));
  for (const found of all) {
    const above = head(found);
    const folded = also.get(above) ?? new Set<string>();
    if (above !== found) {
      folded.add(found.rule.id);
      for (const service of hurtBy(found)) hurts.get(above)?.add(service);
    }
    also.set(above, folded);
    const { magnitude } = found.failure;
    if (magnitude !== undefined) magnitudes.set(above, Math.max(magnitudes.get(above) ?? 0, magnitude ?? Infinity));
  }
  return [...also].map(([found, rules]) => {
    const most = magnitudes.get(found);
    const own = indexOf(found);
    return {
      found,
      also: [...rules].sort(),
      hurts: [...(hurts.get(found) ?? [])].filter((service) => service !== own),
      magnitude: most === Infinity ? null : most,
    };
  });
}

/** A finding on one member of a circle says that this member is hurt too. */
function hurtBy(found: Found): readonly ServiceIndex[] {
  const own = indexOf(found);
  return [...(found.failure.hurts ?? []), ...(own === undefined ? [] : [own])];
}

function indexOf({ subject }: Found): ServiceIndex | undefined {
  return subject.type === 'service' ? subject.service.index : undefined;
}
