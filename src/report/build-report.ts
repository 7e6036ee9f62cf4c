import { atLeast, type Severity } from '../finding.js';
import type { Problem } from '../problem.js';
import type { Facts } from '../rules/facts.js';
import type { RuleResult } from '../rules/run-rules.js';
import type { SourceFile } from '../source/source-file.js';
import type { Sources } from '../source/sources.js';
import { version } from '../version.js';
import { countPromises } from './count-promises.js';
import { digestInputs } from './digest-inputs.js';
import { foldFindings } from './fold-findings.js';
import { collectGaps } from './gaps.js';
import { reportDiagnostics } from './report-diagnostics.js';
import { reportFindings } from './report-finding.js';
import { reportLimitations } from './report-limitations.js';
import { reportPromises } from './report-promise.js';
import type { Gate, Report, Summary } from './report.js';

/** What a report is made from besides its findings. */
export interface RunInputs {
  readonly files: readonly SourceFile[];
  readonly sources: Sources;
  /** ISO date. */
  readonly now: string;
  readonly failOn: Gate['failOn'];
}

/** The report of an inventory that could be read whole. */
export function auditedReport(run: RunInputs, facts: Facts, results: readonly RuleResult[]): Report {
  const { model } = facts;
  const findings = reportFindings(
    model,
    run.sources,
    foldFindings(
      model,
      results.flatMap(({ found }) => found),
    ),
  );
  const promises = reportPromises(facts);
  const locations = model.domains.filter(({ section }) => section === 'locations').length;
  return {
    ...frame(run),
    gate: {
      failOn: run.failOn,
      result: findings.some(({ severity }) => fails(severity, run.failOn)) ? 'fail' : 'pass',
    },
    summary: {
      services: model.services.length,
      locations,
      domains: model.domains.length - locations,
      findings: countSeverities(findings),
      promises: countPromises(promises),
    },
    findings,
    promises,
    gaps: collectGaps(facts, promises, results),
    limitations: reportLimitations(model),
    diagnostics: [],
    rules: results.map(({ rule, severity, checked, found, unknown }) => ({
      id: rule.id,
      summary: rule.summary,
      severity,
      checked,
      failed: found.length,
      unknown: unknown.length,
    })),
  };
}

/** The report of an inventory that could not be audited: only what is wrong with it. */
export function unauditedReport(run: RunInputs, problems: readonly Problem[]): Report {
  return {
    ...frame(run),
    gate: { failOn: run.failOn, result: 'unaudited' },
    summary: {
      services: 0,
      locations: 0,
      domains: 0,
      findings: countSeverities([]),
      promises: { total: 0, kept: 0, broken: 0, unknown: 0, proven: 0 },
    },
    findings: [],
    promises: [],
    gaps: [],
    limitations: [],
    diagnostics: reportDiagnostics(run.sources, problems),
    rules: [],
  };
}

function frame({ files, now }: RunInputs): Pick<Report, 'schemaVersion' | 'tool' | 'run'> {
  return { schemaVersion: '1.0', tool: { name: 'firebreak', version }, run: { now, inputs: digestInputs(files) } };
}

function fails(severity: Severity, failOn: Gate['failOn']): boolean {
  return failOn !== 'never' && atLeast(severity, failOn);
}

function countSeverities(findings: readonly { readonly severity: Severity }[]): Summary['findings'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
