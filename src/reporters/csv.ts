import { stringify } from 'csv-stringify/sync';
import { acceptanceText } from './acceptance.js';
import { clean } from './clean.js';
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

type Row = Partial<Readonly<Record<(typeof columns)[number], string | number | undefined>>>;

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
  const cells = [...problems, ...rows].map((row) => columns.map((column) => cell(row[column])));
  return stringify([columns, ...cells], { escape_formulas: true });
};

/** Blanks in front could hide a formula from the guard. */
function cell(value: string | number | undefined): string | number {
  return typeof value === 'string' ? clean(value).trimStart() : (value ?? '');
}
