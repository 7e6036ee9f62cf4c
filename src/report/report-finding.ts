import { severities } from '../finding.js';
import { compareText } from '../model/compare-text.js';
import type { Model } from '../model/model.js';
import { subjectId, type Subject } from '../rules/subject.js';
import type { Sources } from '../source/sources.js';
import { fingerprint } from './fingerprint.js';
import type { Folded } from './fold-findings.js';
import { locateSpot } from './locate-spot.js';
import type { ReportFinding, ReportSubject } from './report.js';

/** The findings as the report prints them, worst first: by severity, then by how many they hurt, then by place. */
export function reportFindings(model: Model, sources: Sources, folded: readonly Folded[]): readonly ReportFinding[] {
  return folded.map((one) => reportFinding(model, sources, one)).sort(worstFirst);
}

function reportFinding(model: Model, sources: Sources, { found, also }: Folded): ReportFinding {
  const { rule, subject, severity, failure } = found;
  return {
    fingerprint: fingerprint(found),
    rule: rule.id,
    severity,
    subject: reportSubject(subject),
    message: failure.message,
    locations: failure.spots.map(({ at, label }) => locateSpot(sources, at, label)),
    hurts: (failure.hurts ?? []).flatMap((index) => model.services[index]?.id ?? []),
    derivation: failure.because ?? [],
    fix: failure.fix ?? rule.fix,
    also,
  };
}

function reportSubject(subject: Subject): ReportSubject {
  const id = subjectId(subject);
  switch (subject.type) {
    case 'service': {
      const { owner, tier } = subject.service;
      return {
        type: 'service',
        id,
        ...(owner === undefined ? {} : { owner }),
        ...(tier === undefined ? {} : { tier }),
      };
    }
    case 'failure-domain':
      return { type: subject.domain.section === 'locations' ? 'location' : 'domain', id };
    case 'drill':
    case 'inventory':
      return { type: subject.type, id };
  }
}

function worstFirst(a: ReportFinding, b: ReportFinding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    b.hurts.length - a.hurts.length ||
    compareText(a.locations[0]?.path ?? '', b.locations[0]?.path ?? '') ||
    (a.locations[0]?.start.line ?? 0) - (b.locations[0]?.start.line ?? 0) ||
    (a.locations[0]?.start.column ?? 0) - (b.locations[0]?.start.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
