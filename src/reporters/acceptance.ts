import { isCounted } from '../report/judge-gate.js';
import type { Report, ReportFinding } from '../report/report.js';
import { plural } from './plural.js';

/** Why the gate does not count a finding; undefined: it does. */
export function acceptanceText({ waiver, baseline, since }: ReportFinding): string | undefined {
  if (waiver !== undefined) return `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
  if (baseline === 'known') return 'in the baseline, and no worse';
  return since === 'known' ? 'there before this change, and no worse' : undefined;
}

/** Those that are to be acted on, for formats in which a finding is an alert and nothing less. */
export function openFindings({ findings }: Report): readonly ReportFinding[] {
  return findings.filter(isCounted);
}

/** Those that nobody has accepted, and that do not count only because they were there before the change. */
export function findingsFromBefore({ findings }: Report): readonly ReportFinding[] {
  return findings.filter(
    ({ waiver, baseline, since }) => since === 'known' && waiver === undefined && baseline !== 'known',
  );
}

/** How many findings are left out because they are accepted or were there before; undefined: none. */
export function acceptedText({ findings }: Pick<Report, 'findings'>): string | undefined {
  const left = findings.filter((finding) => !isCounted(finding));
  const accepted = left.filter(({ waiver, baseline }) => waiver !== undefined || baseline === 'known').length;
  const known = left.length - accepted;
  const parts = [
    ...(accepted === 0 ? [] : [`${plural(accepted, 'finding')} waived or in the baseline`]),
    ...(known === 0 ? [] : [`${plural(known, 'finding')} from before this change`]),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}
