import { atLeast } from '../finding.js';
import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';
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
 * covers), the superseded finding is named in the other's `also` instead of standing on its own. A finding about a domain
 * itself stands for what shows in the loss of that domain, and of services only for those that it covers: what they are
 * found to lack in another loss has another cause. A superseded finding that is more severe stays, so that folding never
 * hides the worse news.
 */
export function foldFindings(model: Model, all: readonly Found[]): readonly Folded[] {
  const bySubject = new Map<string, Found[]>();
  for (const found of all) {
    // Of one that is about a domain, what it covers is found by the loss.
    const covers = isAboutLoss(found) ? [] : (found.failure.covers ?? []);
    const covered = covers.map((index) => `service:${model.services[index]?.id ?? ''}`);
    for (const key of [subjectKey(found.subject), ...covered]) {
      const others = bySubject.get(key);
      if (others) others.push(found);
      else bySubject.set(key, [found]);
    }
  }
  const aboutLoss = new Map<DomainIndex, Found[]>();
  for (const found of all) {
    const { loss } = found.failure;
    if (loss !== undefined && isAboutLoss(found)) aboutLoss.set(loss, [...(aboutLoss.get(loss) ?? []), found]);
  }
  const outranks = (other: Found, found: Found): boolean =>
    other.rule.supersedes.includes(found.rule.id) && atLeast(other.severity, found.severity);
  const superseder = (found: Found): Found | undefined =>
    bySubject.get(subjectKey(found.subject))?.find((other) => outranks(other, found)) ??
    aboutLoss.get(found.failure.loss ?? -1)?.find((other) => outranks(other, found) && reaches(other, found));
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

/** Its subject is the very domain in whose loss it shows. */
function isAboutLoss({ subject, failure: { loss } }: Found): boolean {
  return subject.type === 'failure-domain' && subject.domain.index === loss;
}

function reaches({ failure: { covers = [] } }: Found, { subject }: Found): boolean {
  return subject.type !== 'service' || covers.includes(subject.service.index);
}

/** A finding on one member of a circle says that this member is hurt too. */
function hurtBy(found: Found): readonly ServiceIndex[] {
  const own = indexOf(found);
  return [...(found.failure.hurts ?? []), ...(own === undefined ? [] : [own])];
}

function indexOf({ subject }: Found): ServiceIndex | undefined {
  return subject.type === 'service' ? subject.service.index : undefined;
}
