import { severities, type Severity } from '../finding.js';

/** What a severity counts for a service of this rank: 1 a step up, 3 and more a step down; low and info stay. */
export function severityByTier(severity: Severity, rank: number | undefined): Severity {
  if (rank === undefined || rank === 2 || severity === 'low' || severity === 'info') return severity;
  // From the worst to the mildest.
  const position = severities.indexOf(severity) + (rank === 1 ? -1 : 1);
  return severities[Math.max(0, position)] ?? severity;
}
