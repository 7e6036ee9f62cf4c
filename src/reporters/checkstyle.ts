import type { Severity } from '../finding.js';
import type { ReportLocation } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { findingDetails, problemRule, problemText } from './finding-details.js';
import { groupBy } from './group-by.js';
import type { Reporter } from './reporter.js';
import { xmlDocument, xmlElement, type Xml } from './xml.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'info',
};

interface Entry {
  readonly location: ReportLocation | undefined;
  readonly level: string;
  readonly message: string;
  readonly rule: string;
}

/** Checkstyle XML, which Jenkins, reviewdog and many others read. */
export const checkstyle: Reporter = (report) => {
  const { diagnostics, run } = report;
  const entries: readonly Entry[] = [
    ...diagnostics.map((problem) => ({
      location: problem.locations[0],
      level: 'error',
      message: problemText(problem),
      rule: problemRule(problem),
    })),
    ...openFindings(report).map((finding) => ({
      location: finding.locations[0],
      level: levels[finding.severity],
      message: [finding.message, ...findingDetails(finding)].join(' · '),
      rule: finding.rule,
    })),
  ];
  const files = groupBy(entries, ({ location }) => location?.path ?? run.inputs[0]?.path ?? '');
  return xmlDocument(
    xmlElement(
      'checkstyle',
      { version: '4.3' },
      [...files].map(([name, inFile]) => xmlElement('file', { name }, inFile.map(errorElement))),
    ),
  );
};

function errorElement({ location, level, message, rule }: Entry): Xml {
  return xmlElement('error', {
    line: location?.start.line ?? 1,
    column: location?.start.column,
    severity: level,
    message,
    source: `firebreak.${rule}`,
  });
}
