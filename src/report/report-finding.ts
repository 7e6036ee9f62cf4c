import type { Model } from '../model/model.js';
import type { Sources } from '../source/sources.js';
import { withLazyField } from './lazy-field.js';
import { locateSpot } from './locate-spot.js';
import type { ReportFinding } from './report.js';
import type { StandingFinding } from './standing-findings.js';

/**
 * Findings as the report prints them, in the same order. Lines and columns are found when somebody reads them: a terminal
 * shows a part of what is found in a large company, and the way back into the files costs more than the rest of a finding.
 */
export function reportFindings(
  model: Model,
  sources: Sources,
  findings: readonly StandingFinding[],
): readonly ReportFinding[] {
  return withLazyField(
    findings.map((finding) => unlocated(model, finding)),
    'locations',
    (at) => (findings[at]?.found.failure.spots ?? []).map(({ at: place, label }) => locateSpot(sources, place, label)),
  );
}

function unlocated(model: Model, finding: StandingFinding): Omit<ReportFinding, 'locations'> {
  const { found, subject, also, hurts, magnitude } = finding;
  const { rule, severity, failure } = found;
  return {
    fingerprint: finding.fingerprint,
    rule: rule.id,
    severity,
    subject,
    message: failure.message,
    hurts: hurts.flatMap((index) => model.services[index]?.id ?? []),
    derivation: failure.because ?? [],
    fix: failure.fix ?? rule.fix,
    also,
    ...(magnitude === undefined ? {} : { magnitude }),
  };
}
