import { rules } from '../rules/index.js';
import { groups, type Group } from '../rules/rule.js';
import { severities } from '../finding.js';
import { compareText } from '../model/compare-text.js';
import type { Model } from '../model/model.js';
import type { Sources } from '../source/sources.js';
import { locateSpot } from './locate-spot.js';
import type { ReportFinding } from './report.js';
import type { StandingFinding } from './standing-findings.js';

/** A finding as the report prints it. */
export function reportFinding(model: Model, sources: Sources, finding: StandingFinding): ReportFinding {
  const { found, also, hurts, magnitude } = finding;
  const { rule, severity, failure } = found;
  return {
    fingerprint: finding.fingerprint,
    rule: rule.id,
    severity,
    subject: finding.subject,
    message: failure.message,
    locations: failure.spots.map(({ at, label }) => locateSpot(sources, at, label)),
    hurts: hurts.flatMap((index) => model.services[index]?.id ?? []),
    derivation: failure.because ?? [],
    fix: failure.fix ?? rule.fix,
    also,
    ...(magnitude === undefined ? {} : { magnitude }),
  };
}

/** Findings of these say what happens in a loss; those of all others how it is proven, run and governed. */
const whatHappens: ReadonlySet<Group> = new Set(['placement', 'objectives', 'data', 'dependencies']);
const groupOf = new Map(rules.map(({ id, group }) => [id, group]));

/** By severity, then by whether they say what happens, by how many they hurt, by group, and then by place. */
export function worstFirst(a: ReportFinding, b: ReportFinding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    Number(happens(b)) - Number(happens(a)) ||
    b.hurts.length - a.hurts.length ||
    positionOf(a) - positionOf(b) ||
    compareText(a.locations[0]?.path ?? '', b.locations[0]?.path ?? '') ||
    (a.locations[0]?.start.line ?? 0) - (b.locations[0]?.start.line ?? 0) ||
    (a.locations[0]?.start.column ?? 0) - (b.locations[0]?.start.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function happens({ rule }: ReportFinding): boolean {
  return whatHappens.has(groupOf.get(rule) ?? 'own');
}

function positionOf({ rule }: ReportFinding): number {
  return groups.indexOf(groupOf.get(rule) ?? 'own');
}
