import { atLeast } from '../finding.js';
import type { Report } from '../report/report.js';

/** Lets up to `most` findings at or above the gate pass, for repositories on their way down. */
export function ratcheted(report: Report, most: number | undefined): Report {
  const { gate, findings } = report;
  if (most === undefined || gate.result === 'unaudited') return report;
  const { failOn } = gate;
  const count = failOn === 'never' ? 0 : findings.filter(({ severity }) => atLeast(severity, failOn)).length;
  return { ...report, gate: { ...gate, maxFindings: most, result: count <= most ? 'pass' : 'fail' } };
}
