import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Severity } from '../finding.js';
import type { ReportLocation } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { clean } from './clean.js';
import { findingDetails, problemRule, problemText } from './finding-details.js';
import { jsonText } from './json-text.js';
import type { Reporter } from './reporter.js';

const levels: Readonly<Record<Severity, string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** The code quality report of GitLab. It shows no rule, so the description begins with it. */
export const gitlab: Reporter = (report) => {
  const { diagnostics, run } = report;
  const unique = uniqueness();
  const place = (location: ReportLocation | undefined): object => ({
    path: clean(location?.path ?? run.inputs[0]?.path ?? '.'),
    lines: { begin: location?.start.line ?? 1 },
  });
  return jsonText([
    ...diagnostics.map((problem) => ({
      description: `${problemRule(problem)}: ${problemText(problem)}`,
      check_name: problemRule(problem),
      fingerprint: unique(digest(problem.code, problem.locations[0]?.path ?? '', problem.message)),
      severity: 'blocker',
      location: place(problem.locations[0]),
    })),
    ...openFindings(report).map((finding) => ({
      description: [clean(`${finding.rule}: ${finding.message}`), ...findingDetails(finding)].join(' · '),
      check_name: finding.rule,
      fingerprint: unique(digest(finding.fingerprint)),
      severity: levels[finding.severity],
      location: place(finding.locations[0]),
    })),
  ]);
};

function digest(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join('\0')))).slice(0, 32);
}

/** GitLab drops what has the fingerprint of another. */
function uniqueness(): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return count === 1 ? fingerprint : digest(fingerprint, String(count));
  };
}
