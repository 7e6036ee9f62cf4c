import type { ArtifactLocation, Result } from 'sarif';
import type { ReportFinding, ReportLocation } from '../../report/report.js';
import { findingDetails } from '../finding-details.js';
import { sarifLevels } from './sarif-levels.js';
import { sarifLocation } from './sarif-location.js';
import { sarifLink, sarifText } from './sarif-text.js';

/** GitHub keeps no more locations of one result. */
const mostRelated = 100;

/** What a result takes from around it. */
export interface SarifContext {
  readonly ruleIndex: number;
  readonly lineHash: string | undefined;
  /** Where a finding without a place of its own is put: GitHub takes none without. */
  readonly elsewhere: ArtifactLocation;
}

/**
 * The line to change is the location; the other places are related ones, linked from the message, which is the only way
 * in which GitHub shows them.
 */
export function sarifResult(finding: ReportFinding, { ruleIndex, lineHash, elsewhere }: SarifContext): Result {
  const { rule, severity, subject, message, locations, fingerprint, hurts, also } = finding;
  const [first, ...others] = locations;
  const related = others.slice(0, mostRelated);
  return {
    ruleId: rule,
    ruleIndex,
    kind: 'fail',
    level: sarifLevels[severity],
    message: {
      text: [sarifText(message), ...findingDetails(finding).map(sarifText), ...placesLine(related)].join('\n'),
    },
    locations: [
      first === undefined
        ? { physicalLocation: { artifactLocation: elsewhere, region: { startLine: 1 } } }
        : sarifLocation(first),
    ],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((one, index) => ({ id: index + 1, ...sarifLocation(one) })) }),
    partialFingerprints: {
      'firebreakFinding/v1': fingerprint,
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
    },
    properties: { severity, subject, hurts, also },
  };
}

function placesLine(related: readonly ReportLocation[]): readonly string[] {
  if (related.length === 0) return [];
  const links = related.map(({ label, path }, index) => sarifLink(label === '' ? path : label, index + 1));
  return [`Places: ${links.join(', ')}`];
}
