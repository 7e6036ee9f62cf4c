import type { Model } from '../model/model.js';
import type { Sources } from '../source/sources.js';
import { withLazyField } from './lazy-field.js';
import { locateSpot } from './locate-spot.js';
import type { ReportFinding } from './report.js';
import type { StandingFinding } from './standing-findings.js';

/**
 * Findings as the report prints them, in the same order. Lines, columns and fingerprints are worked out when somebody reads
 * them: a terminal shows a part of what is found in a large company, and these cost more than the rest of a finding.
 */
export function reportFindings(
  model: Model,
  sources: Sources,
  findings: readonly StandingFinding[],
): readonly ReportFinding[] {
  const said = findings.map((finding) => saidOf(model, finding));
  const named = withLazyField(said, 'fingerprint', (at) => findings[at]?.fingerprint() ?? '');
  return withLazyField(named, 'locations', (at) =>
    (findings[at]?.found.failure.spots ?? []).map(({ at: place, label }) => locateSpot(sources, place, label)),
  );
}

function saidOf(model: Model, finding: StandingFinding): Omit<ReportFinding, 'fingerprint' | 'locations'> {
  const { found, subject, also, hurts, magnitude } = finding;
  const { rule, severity, failure } = found;
  return {
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
