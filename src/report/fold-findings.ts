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
  const bySubject = new Map<unknown, Found[]>();
  const aboutLoss = new Map<DomainIndex, Found[]>();
  for (const found of all) {
    addTo(bySubject, identityOf(found), found);
    const { covers = [], loss } = found.failure;
    // Of one that is about a domain, what it covers is found by the loss.
    if (!isAboutLoss(found)) for (const index of covers) addTo(bySubject, model.services[index], found);
    else if (loss !== undefined) addTo(aboutLoss, loss, found);
  }
  const superseder = (found: Found): Found | undefined => {
    const outranks = (other: Found): boolean =>
      other.rule.supersedes.includes(found.rule.id) &&
      atLeast(other.severity, found.severity) &&
      !isApart(other, found);
    return (
      bySubject.get(identityOf(found))?.find(outranks) ??
      aboutLoss.get(found.failure.loss ?? -1)?.find((other) => outranks(other) && reaches(other, found))
    );
  };
  // `supersedes` has no cycles (a test of the catalogue), so this ends.
  const head = (found: Found): Found => {
    const above = superseder(found);
    return above === undefined ? found : head(above);
  };
  const heads = new Set<Found>();
  const folded = new Map<Found, Found[]>();
  for (const found of all) {
    const above = head(found);
    heads.add(above);
    if (above !== found) addTo(folded, above, found);
  }
  return [...heads].map((found) => {
    const others = folded.get(found);
    const own = indexOf(found);
    if (others === undefined) return alone(found, own);
    const hurts = new Set([...(found.failure.hurts ?? []), ...others.flatMap(hurtBy)]);
    const measured = [found, ...others].flatMap(({ failure: { magnitude } }) =>
      magnitude === undefined ? [] : [magnitude ?? Infinity],
    );
    const most = measured.length === 0 ? undefined : measured.reduce((more, one) => Math.max(more, one), 0);
    return {
      found,
      also: [...new Set(others.map(({ rule }) => rule.id))].sort(),
      hurts: [...hurts].filter((service) => service !== own),
      magnitude: most === Infinity ? null : most,
    };
  });
}

/** Most findings: nothing was folded into it. */
function alone(found: Found, own: ServiceIndex | undefined): Folded {
  const { hurts = [], magnitude } = found.failure;
  return {
    found,
    also: noRules,
    hurts: hurts.length === 0 ? hurts : [...new Set(hurts)].filter((service) => service !== own),
    magnitude: magnitude === Infinity ? null : magnitude,
  };
}

const noRules: readonly string[] = [];

/** What the second finds has the cause of the first only in the same loss, and is about another one. */
function isApart(first: Found, { rule, subject, failure }: Found): boolean {
  const { loss, onlyOfLoss = [], coversIn } = first.failure;
  if (failure.loss === loss) return false;
  return onlyOfLoss.includes(rule.id) || (coversIn === 'loss' && subjectKey(subject) !== subjectKey(first.subject));
}

/** Its subject is the very domain in whose loss it shows. */
function isAboutLoss({ subject, failure: { loss } }: Found): boolean {
  return subject.type === 'failure-domain' && subject.domain.index === loss;
}

function reaches({ failure: { covers = [] } }: Found, { subject }: Found): boolean {
  return subject.type !== 'service' || covers.includes(subject.service.index);
}

/** What a finding is about, as something to compare: services are many, and the same object in all findings. */
function identityOf({ subject }: Found): unknown {
  return subject.type === 'service' ? subject.service : subjectKey(subject);
}

function addTo<Key>(lists: Map<Key, Found[]>, key: Key, found: Found): void {
  const list = lists.get(key);
  if (list) list.push(found);
  else lists.set(key, [found]);
}

/** A finding on one member of a circle says that this member is hurt too. */
function hurtBy(found: Found): readonly ServiceIndex[] {
  const own = indexOf(found);
  return [...(found.failure.hurts ?? []), ...(own === undefined ? [] : [own])];
}

function indexOf({ subject }: Found): ServiceIndex | undefined {
  return subject.type === 'service' ? subject.service.index : undefined;
}
