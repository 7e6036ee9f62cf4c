import { compareReports } from '../comparison/compare-reports.js';
import type { Report, ReportFinding } from '../report/report.js';
import type { Since } from '../reporters/html/document-options.js';
import { readSavedReport } from './saved-report.js';

/** What is different in a report from a former one. */
export function sinceReport(path: string, latter: Report): Since {
  const former = readSavedReport(path);
  const { standings, fixed, promises } = compareReports(former, latter);
  const those = (wanted: 'new' | 'worsened'): readonly ReportFinding[] =>
    latter.findings.filter((finding) => standings.get(finding) === wanted);
  return {
    name: path,
    date: former.run.now,
    counts: former.summary.promises,
    fresh: those('new'),
    worsened: those('worsened'),
    fixed,
    promises,
    weakened: [],
  };
}
