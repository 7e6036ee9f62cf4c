import type { KnownFinding } from '../baseline/baseline.js';
import type { Comparison } from '../baseline/compare-baseline.js';
import type { ReportFinding } from '../report/report.js';
import { alignedTable, type Column } from './aligned-table.js';
import type { CommonFlags } from './flags.js';
import { stdoutTerminal } from './stdout-terminal.js';

const columns: readonly Column[] = [
  { style: 'strong' },
  { style: 'plain' },
  { style: 'rule' },
  { style: 'plain' },
  { style: 'dim', flexible: true },
];

/** What has become of an entry; `not-run`: nobody can say, as its rule did not run. */
export function entryState(
  entry: KnownFinding,
  { entries, fixed, standings }: Comparison<ReportFinding>,
): 'known' | 'worsened' | 'fixed' | 'not-run' {
  const finding = entries.get(entry);
  if (finding === undefined) return fixed.includes(entry) ? 'fixed' : 'not-run';
  return standings.get(finding) === 'worsened' ? 'worsened' : 'known';
}

/** The entries of a baseline, a row each. */
export function baselineTable(
  known: readonly KnownFinding[],
  comparison: Comparison<ReportFinding>,
  flags: CommonFlags,
): string {
  if (known.length === 0) return '';
  const { width, paint } = stdoutTerminal(flags);
  const rows = known.map((entry) => [
    entryState(entry, comparison),
    entry.severity,
    entry.rule,
    entry.subject,
    entry.fingerprint,
  ]);
  return alignedTable(rows, { columns, width, indent: 0, paint });
}
