import { atLeast } from '../finding.js';
import type { ReportLocation } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { gateReasons } from './gate-reasons.js';
import type { Reporter } from './reporter.js';
import { piece, renderLines, type StyledLine } from './styled-line.js';
import type { Severity } from '../finding.js';

/** One line each, in the form that editors and problem matchers read. Lines are as long as they need to be. */
export const compact: Reporter = (report, options) => {
  const line = (location: ReportLocation | undefined, style: Severity, tag: string, text: string): StyledLine => [
    piece('path', location === undefined ? '-' : position(location, options.showPath)),
    piece('plain', ': '),
    piece(style, tag),
    piece('plain', text),
  ];
  const listed = options.showWaived === true ? report.findings : openFindings(report);
  const findings = listed
    .filter(({ severity }) => atLeast(severity, options.minSeverity))
    .map(({ locations, severity, rule, subject, message }) =>
      line(locations[0], severity, `${severity}[${rule}]`, ` ${subject.id}: ${message}`),
    );
  const diagnostics = report.diagnostics.map(({ locations, code, message, help }) =>
    line(locations[0], 'critical', `error[${code}]`, `: ${message}${help === undefined ? '' : ` (${help})`}`),
  );
  // Without a finding nothing else would say why.
  const gate = gateReasons(report).map((reason) => line(undefined, 'high', 'error[gate]', `: ${reason}`));
  return renderLines([...diagnostics, ...findings, ...gate], options.paint);
};

function position({ path, start }: ReportLocation, showPath: (path: string) => string): string {
  return `${showPath(path)}:${start.line}:${start.column}`;
}
