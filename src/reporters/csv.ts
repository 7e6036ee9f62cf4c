import { acceptanceText } from './acceptance.js';
import { csvTable, type CsvRow } from './csv-table.js';
import { problemRule } from './finding-details.js';
import type { Reporter } from './reporter.js';

const columns = [
  'severity',
  'rule',
  'subject_type',
  'subject',
  'owner',
  'tier',
  'message',
  'path',
  'line',
  'column',
  'hurts',
  'why',
  'fix',
  'also',
  'fingerprint',
  'accepted',
] as const;

type Row = CsvRow<(typeof columns)[number]>;

/**
 * A row for each finding, for spreadsheets: what a spreadsheet would take for a formula gets an apostrophe in front.
 * An input that could not be audited has a row of severity `error` for each problem.
 */
export const csv: Reporter = ({ findings, diagnostics }) => {
  const problems = diagnostics.map((problem): Row => {
    const [at] = problem.locations;
    return {
      severity: 'error',
      rule: problemRule(problem),
      message: problem.message,
      path: at?.path,
      line: at?.start.line,
      column: at?.start.column,
      fix: problem.help,
    };
  });
  const rows = findings.map((finding): Row => {
    const { severity, rule, subject, message, locations, hurts, derivation, fix, also, fingerprint } = finding;
    const [at] = locations;
    return {
      severity,
      rule,
      subject_type: subject.type,
      subject: subject.id,
      owner: subject.owner,
      tier: subject.tier,
      message,
      path: at?.path,
      line: at?.start.line,
      column: at?.start.column,
      hurts: hurts.join(' '),
      why: derivation.join(' | '),
      fix,
      also: also.join(' '),
      fingerprint,
      accepted: acceptanceText(finding),
    };
  });
  return csvTable(columns, [...problems, ...rows]);
};
