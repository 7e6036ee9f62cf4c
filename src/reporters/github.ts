import { atLeast, type Severity } from '../finding.js';
import type { ReportLocation } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { findingDetails, problemRule, problemText } from './finding-details.js';
import { gateReasons } from './gate-reasons.js';
import { plural } from './plural.js';
import type { Reporter } from './reporter.js';
import { shortened } from './shortened.js';
import { workflowCommand, type WorkflowCommand } from './workflow-command.js';

const levels: Readonly<Record<Severity, WorkflowCommand>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** A step may make so many annotations of each level; GitHub drops the rest without a word. */
const mostOfLevel = 10;
const longestTitle = 255;
const longestLine = 1000;

interface Annotation {
  readonly level: WorkflowCommand;
  readonly location: ReportLocation | undefined;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Commands that make GitHub mark the lines in a pull request: the worst findings, and how many more there are. */
export const github: Reporter = (report, { minSeverity }) => {
  const annotations: readonly Annotation[] = [
    ...report.diagnostics.map((problem) => ({
      level: 'error' as const,
      location: problem.locations[0],
      title: problemRule(problem),
      lines: [problemText(problem)],
    })),
    // First, since the findings that are left out would not say it.
    ...gateReasons(report).map((reason) => ({
      level: 'error' as const,
      location: undefined,
      title: 'gate',
      lines: [reason],
    })),
    ...openFindings(report)
      .filter(({ severity }) => atLeast(severity, minSeverity))
      .map((finding) => ({
        level: levels[finding.severity],
        location: finding.locations[0],
        title: `${finding.severity}: ${finding.rule}`,
        lines: [finding.message, ...findingDetails(finding)],
      })),
  ];
  const chosen = worst(annotations, mostOfLevel);
  if (chosen.length === annotations.length) return chosen.map(commandOf).join('');
  // One notice has to say that there are more.
  const fewer = worst(annotations, mostOfLevel, mostOfLevel - 1);
  const more = plural(annotations.length - fewer.length, 'more finding');
  const last = workflowCommand('notice', { title: 'firebreak' }, [
    `${more} without an annotation, see the log or the job summary`,
  ]);
  return fewer.map(commandOf).join('') + last;
};

function worst(all: readonly Annotation[], most: number, mostNotices: number = most): readonly Annotation[] {
  const counts = { error: 0, warning: 0, notice: 0 };
  return all.filter(({ level }) => {
    counts[level] += 1;
    return counts[level] <= (level === 'notice' ? mostNotices : most);
  });
}

/** Columns only count where the end is on the same line. */
function commandOf({ level, location, title, lines }: Annotation): string {
  const { start, end } = location ?? {};
  const oneLine = start?.line === end?.line;
  return workflowCommand(
    level,
    {
      file: location?.path,
      line: start?.line,
      endLine: end?.line,
      col: oneLine ? start?.column : undefined,
      endColumn: oneLine ? end?.column : undefined,
      title: shortened(title, longestTitle),
    },
    lines.map((line) => shortened(line, longestLine)),
  );
}
