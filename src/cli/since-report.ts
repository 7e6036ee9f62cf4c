import type { Report } from '../report/report.js';
import type { Since } from '../reporters/html/document-options.js';
import { readSavedReport } from './saved-report.js';

/** A former report, and what is different in this one. */
export function sinceReport(path: string, _latter: Report): Since {
  const former = readSavedReport(path);
  return { path, former, fresh: [], worsened: [], fixed: [], promises: [] };
}
