import { atLeast } from '../finding.js';
import type { Report, ReportFinding, ReportPromise } from '../report/report.js';
import { formatDuration } from '../units/duration.js';
import { acceptanceText } from './acceptance.js';
import { changeParts } from './change-text.js';
import { markdownPacks } from './markdown-packs.js';
import { markdownIds, markdownPlaces, markdownProblem, verdicts } from './markdown-parts.js';
import { markdownCode, markdownTable, markdownText } from './markdown-text.js';
import { plural } from './plural.js';
import type { Reporter } from './reporter.js';
import {
  countsText,
  gapText,
  gateText,
  limitationText,
  readinessText,
  scopeText,
  unauditedText,
} from './result-text.js';
import { rangeText } from './simulation/range-text.js';

/** The whole audit as a document, for a wiki, a ticket or an auditor. Nothing is cut short. */
export const markdown: Reporter = (report, { minSeverity }) => {
  const shown = report.findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const hidden = report.findings.length - shown.length;
  return [
    heading(report),
    section('Problems', report.diagnostics.map(markdownProblem)),
    ...changeParts(report, { lines: Infinity, names: Infinity, showPath: (path) => path }).map(({ title, texts }) =>
      section(
        title,
        texts.map((text) => `- ${markdownText(text)}\n`),
      ),
    ),
    section('Findings', [
      ...shown.map(findingText),
      ...(hidden === 0 ? [] : [`${hidden} below ${minSeverity} not shown.\n`]),
    ]),
    section('Promises', promiseTable(report.promises)),
    section(
      'Not known',
      report.gaps.map((gap) => `- ${markdownText(gapText(gap, gap.subjects.length))}\n`),
    ),
    section(
      'Left out of the model',
      report.limitations.map((one) => `- ${markdownText(limitationText(one))}\n`),
    ),
    section('Controls', markdownPacks(report.packs ?? [])),
    section('Rules', ruleTable(report)),
    section('Files', inputTable(report)),
  ]
    .filter((part) => part !== '')
    .join('\n');
};

function section(title: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `## ${title}\n\n${parts.join(title === 'Findings' ? '\n' : '')}`;
}

function heading(report: Report): string {
  const { gate, run, tool, summary } = report;
  const lines =
    gate.result === 'unaudited'
      ? [unauditedText(report), gateText(report)]
      : [countsText(summary), readinessText(summary.promises), scopeText(report), `gate: ${gateText(report)}`];
  return (
    `# Disaster-recovery audit: ${verdicts[gate.result]}\n\n` +
    `As of ${run.now}, by ${tool.name} ${markdownText(tool.version)}.\n\n` +
    lines.map((line) => `- ${markdownText(line)}\n`).join('')
  );
}

function findingText(finding: ReportFinding): string {
  const { severity, rule, subject, message, locations, derivation, hurts, fix, also } = finding;
  const accepted = acceptanceText(finding);
  const about = [
    `${subject.type} ${markdownCode(subject.id)}`,
    ...(subject.tier === undefined ? [] : [`tier ${markdownCode(subject.tier)}`]),
    ...(subject.owner === undefined ? [] : [`owner ${markdownCode(subject.owner)}`]),
  ];
  const lines = [
    `- ${about.join(', ')}`,
    ...markdownPlaces(locations).map((place) => `- at ${place}`),
    ...derivation.map((line) => `- why: ${markdownText(line)}`),
    ...(hurts.length === 0 ? [] : [`- hurts ${plural(hurts.length, 'service')}: ${markdownIds(hurts)}`]),
    `- fix: ${markdownText(fix)}`,
    ...(accepted === undefined ? [] : [`- accepted: ${markdownText(accepted)}`]),
    ...(also.length === 0 ? [] : [`- also: ${markdownIds(also)}`]),
  ];
  return `### ${severity}: ${markdownCode(rule)}\n\n**${markdownText(message) || rule}**\n\n${lines.map((line) => `${line}\n`).join('')}`;
}

function promiseTable(promises: readonly ReportPromise[]): readonly string[] {
  if (promises.length === 0) return [];
  const rows = promises.map(({ service, kind, objective, target, modelled, proven, verdict, worst }) => [
    markdownCode(service),
    `${markdownText(kind)}${worst === undefined ? '' : `, ${markdownCode(worst)}`}`,
    objective.toUpperCase(),
    formatDuration(target),
    rangeText(modelled, objective === 'rto' ? 'never' : 'everything'),
    proven === null ? 'not proven' : `${formatDuration(proven.value)} on ${proven.date}`,
    verdict,
  ]);
  return [markdownTable(['Service', 'Loss of', 'Objective', 'Target', 'Modelled', 'Proven', 'Verdict'], rows)];
}

function ruleTable({ rules }: Report): readonly string[] {
  if (rules.length === 0) return [];
  const rows = rules.map(({ id, severity, checked, failed, unknown }) => [
    markdownCode(id),
    severity,
    ...[checked, failed, unknown].map(String),
  ]);
  return [markdownTable(['Rule', 'Severity', 'Checked', 'Findings', 'Not known'], rows)];
}

function inputTable({ run }: Report): readonly string[] {
  if (run.inputs.length === 0) return [];
  return [
    markdownTable(
      ['File', 'SHA-256'],
      run.inputs.map(({ path, sha256 }) => [markdownCode(path), markdownCode(sha256)]),
    ),
  ];
}
