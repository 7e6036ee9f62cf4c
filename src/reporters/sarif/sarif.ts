import type { Log, Notification, Run } from 'sarif';
import type { Report } from '../../report/report.js';
import { acceptedText, openFindings } from '../acceptance.js';
import { problemRule, problemText } from '../finding-details.js';
import { jsonText } from '../json-text.js';
import { plural } from '../plural.js';
import type { Reporter } from '../reporter.js';
import { knownLines } from './known-lines.js';
import { sarifArtifact, sarifLocation, sourceRoot } from './sarif-location.js';
import { sarifResult } from './sarif-result.js';
import { sarifRule, type SarifRule } from './sarif-rule.js';
import { sarifText } from './sarif-text.js';

/** GitHub refuses a run with more results. */
const mostResults = 25_000;

/**
 * SARIF 2.1.0, for code scanning. What keeps an input from being audited is a notification, and the run is not called
 * successful; there are no results then, and their absence means nothing.
 */
export const sarif: Reporter = (report, { ruleText, sourceText }) => {
  const { tool, run, gate } = report;
  const findings = openFindings(report);
  const rules = rulesOf(report);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const lineHash = knownLines(sourceText);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            rules: rules.map((rule) => sarifRule(rule, ruleText?.(rule.id))),
          },
        },
        invocations: [
          {
            executionSuccessful: gate.result !== 'unaudited',
            toolExecutionNotifications: notifications(report, indexOf),
          },
        ],
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the git repository.' } } },
        columnKind: 'utf16CodeUnits',
        artifacts: run.inputs.map(({ path, sha256 }) => ({
          location: sarifArtifact(path),
          roles: ['analysisTarget'],
          hashes: { 'sha-256': sha256 },
        })),
        results: findings.slice(0, mostResults).map((finding) =>
          sarifResult(finding, {
            ruleIndex: indexOf.get(finding.rule) ?? 0,
            lineHash: lineHash(finding),
            elsewhere: sarifArtifact(run.inputs[0]?.path ?? '.'),
          }),
        ),
        properties: { now: run.now, gate },
      } satisfies Run,
    ],
  };
  return jsonText(log);
};

/** The rules that ran, and any other that a finding names. */
function rulesOf({ rules, findings }: Report): readonly SarifRule[] {
  const ran = new Map<string, SarifRule>(rules.map((rule) => [rule.id, rule]));
  for (const { rule, severity } of findings) if (!ran.has(rule)) ran.set(rule, { id: rule, summary: '', severity });
  return [...ran.values()];
}

function notifications(report: Report, indexOf: ReadonlyMap<string, number>): Notification[] {
  const left = openFindings(report).length - mostResults;
  const accepted = acceptedText(report);
  return [
    ...report.diagnostics.map((problem): Notification => ({
      level: 'error',
      descriptor: { id: problemRule(problem) },
      message: { text: sarifText(problemText(problem)) },
      locations: problem.locations.map(sarifLocation),
    })),
    ...report.rules
      .filter(({ unknown }) => unknown > 0)
      .map(({ id, checked, unknown }): Notification => ({
        level: 'note',
        descriptor: { id: 'not-known' },
        associatedRule: { id, index: indexOf.get(id) ?? 0 },
        message: { text: `${plural(unknown, 'check')} of ${checked} lacked data` },
      })),
    ...(accepted === undefined
      ? []
      : [
          {
            level: 'note' as const,
            descriptor: { id: 'accepted' },
            message: { text: `${accepted}: not among the results` },
          },
        ]),
    ...(left <= 0
      ? []
      : [
          {
            level: 'warning' as const,
            descriptor: { id: 'results-left-out' },
            message: { text: `${plural(left, 'finding')} left out: a run holds ${mostResults} at most` },
          },
        ]),
  ];
}
