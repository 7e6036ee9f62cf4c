import { isCounted } from '../report/judge-gate.js';
import type { Report, ReportFinding } from '../report/report.js';
import { plural } from './plural.js';

/** Why the gate does not count a finding; undefined: it does. */
export function acceptanceText({ waiver, baseline }: ReportFinding): string | undefined {
  if (waiver !== undefined) return `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
  return baseline === 'known' ? 'in the baseline, and no worse' : undefined;
}

/** Those that are to be acted on, for formats in which a finding is an alert and nothing less. */
export function openFindings({ findings }: Report): readonly ReportFinding[] {
  return findings.filter(isCounted);
}

/** How many findings are left out because they are accepted; undefined: none. */
export function acceptedText(report: Report): string | undefined {
  const accepted = report.findings.length - openFindings(report).length;
  return accepted === 0 ? undefined : `${plural(accepted, 'finding')} waived or in the baseline`;
}
