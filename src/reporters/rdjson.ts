import type { Severity } from '../finding.js';
import type { ReportLocation } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { byteLength } from './byte-length.js';
import { clean } from './clean.js';
import { findingDetails, problemRule, problemText } from './finding-details.js';
import { jsonText } from './json-text.js';
import type { Reporter } from './reporter.js';

const levels: Readonly<Record<Severity, string>> = {
  critical: 'ERROR',
  high: 'ERROR',
  medium: 'WARNING',
  low: 'INFO',
  info: 'INFO',
};

/** The diagnostic format of reviewdog, one object for the whole run. */
export const rdjson: Reporter = (report) =>
  jsonText({
    source: { name: 'firebreak' },
    diagnostics: [
      ...report.diagnostics.map((problem) => ({
        message: problemText(problem),
        ...placed(problem.locations),
        severity: 'ERROR',
        code: { value: problemRule(problem) },
      })),
      ...openFindings(report).map((finding) => ({
        message: [clean(finding.message), ...findingDetails(finding)].join('\n'),
        ...placed(finding.locations),
        severity: levels[finding.severity],
        code: { value: finding.rule },
      })),
    ],
  });

function placed([first, ...related]: readonly ReportLocation[]): object {
  if (first === undefined) return { location: { path: '' } };
  return {
    location: placeOf(first),
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((one) => ({ message: clean(one.label), location: placeOf(one) })) }),
  };
}

/** Columns count bytes, so they are left out where the line is not at hand up to there. */
function placeOf({ path, start, end, excerpt }: ReportLocation): object {
  const column = (units: number): object =>
    units - 1 > excerpt.length ? {} : { column: byteLength(excerpt.slice(0, units - 1)) + 1 };
  return {
    path: clean(path),
    range: {
      start: { line: start.line, ...column(start.column) },
      end: { line: end.line, ...(end.line === start.line ? column(end.column) : {}) },
    },
  };
}
