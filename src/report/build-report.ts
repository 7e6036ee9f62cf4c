import type { Severity } from '../finding.js';
import type { Problem } from '../problem.js';
import type { Facts } from '../rules/facts.js';
import type { RuleResult } from '../rules/run-rules.js';
import type { SourceFile } from '../source/source-file.js';
import type { Sources } from '../source/sources.js';
import { version } from '../version.js';
import { countPromises } from './count-promises.js';
import { digestInputs } from './digest-inputs.js';
import { collectGaps } from './gaps.js';
import { idleOverrides } from './idle-overrides.js';
import { judgeGate, type GateTerms } from './judge-gate.js';
import { judgeFindings } from './judge-findings.js';
import type { Policy } from './policy.js';
import { reportDiagnostics } from './report-diagnostics.js';
import { reportLimitations } from './report-limitations.js';
import { reportPromises } from './report-promise.js';
import { reportRoster } from './report-roster.js';
import type { IdleOverride, Report, Summary } from './report.js';
import { selectedServices, selectPromises, selectUnknowns, valuesForNobody } from './select-services.js';

/** What a report is made from besides its findings. */
export interface RunInputs {
  readonly files: readonly SourceFile[];
  readonly sources: Sources;
  /** ISO date. */
  readonly now: string;
  readonly gate: GateTerms;
  readonly policy: Policy;
}

/** What the rules made of the inventory. */
export interface RuleWork {
  readonly facts: Facts;
  readonly results: readonly RuleResult[];
  /** Runs the rules about waivers, once the facts say how these stand. */
  readonly judgeSetup: (facts: Facts) => readonly RuleResult[];
}

/** The report of an inventory that could be read whole. */
export function auditedReport(run: RunInputs, { facts, results, judgeSetup }: RuleWork): Report {
  const { model } = facts;
  const { sources, policy } = run;
  const { findings, waivers, baseline, setup } = judgeFindings({ facts, results, sources, policy, judgeSetup });
  const selected = policy.select === undefined ? undefined : selectedServices(model, policy.select).length;
  const nobody = policy.select === undefined ? [] : valuesForNobody(model, policy.select);
  const idle = idleOverrides(model, policy.overrides ?? []);
  const promises = selectPromises(model, policy.select, reportPromises(facts));
  const roster = reportRoster(model);
  const locations = model.domains.filter(({ section }) => section === 'locations').length;
  return {
    ...withSelected(frame(run), { selected, nobody, idle }),
    gate: judgeGate(run.gate, { findings, baseline, weakened: policy.since?.weakened ?? false, selected }),
    summary: {
      services: model.services.length,
      locations,
      domains: model.domains.length - locations,
      findings: countSeverities(findings),
      promises: countPromises(promises),
      ...acceptedCounts(findings),
    },
    findings,
    promises,
    gaps: collectGaps(facts, promises, selectUnknowns(policy.select, results)),
    limitations: reportLimitations(model),
    diagnostics: [],
    rules: [...results, ...setup].map(({ rule, severity, checked, found, unknown, off }) => ({
      id: rule.id,
      summary: rule.summary,
      severity,
      checked,
      failed: found.length,
      unknown: unknown.length,
      ...(off === 0 ? {} : { off }),
    })),
    ...(waivers === undefined ? {} : { waivers }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(roster.length === 0 ? {} : { roster }),
  };
}

/** The report of an inventory that could not be audited: only what is wrong with it. */
export function unauditedReport(run: RunInputs, problems: readonly Problem[]): Report {
  return {
    ...frame(run),
    gate: { failOn: run.gate.failOn, result: 'unaudited' },
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

function frame({ files, now, policy }: RunInputs): Pick<Report, 'schemaVersion' | 'tool' | 'run'> {
  const { waivers, baseline, select, ownRules, from } = policy;
  const decided = [
    ...(waivers?.files ?? []),
    ...(baseline === undefined ? [] : [baseline]),
    ...(ownRules?.files ?? []),
  ];
  return {
    schemaVersion: '1.0',
    tool: { name: 'firebreak', version },
    run: {
      now,
      inputs: digestInputs(files),
      ...(decided.length === 0 ? {} : { policy: decided.map(({ path, sha256 }) => ({ path, sha256 })) }),
      ...(from === undefined ? {} : { policyFrom: from }),
      ...(select === undefined ? {} : { select: select.text }),
    },
  };
}

/** Who is selected, by whom the report is narrowed and by the overrides. */
interface Selected {
  readonly selected: number | undefined;
  readonly nobody: readonly string[];
  readonly idle: readonly IdleOverride[];
}

function withSelected<Part extends Pick<Report, 'run'>>(part: Part, { selected, nobody, idle }: Selected): Part {
  return {
    ...part,
    run: {
      ...part.run,
      ...(selected === undefined ? {} : { selected }),
      ...(nobody.length === 0 ? {} : { selectsNobody: nobody }),
      ...(idle.length === 0 ? {} : { idleOverrides: idle }),
    },
  };
}

function acceptedCounts(findings: Report['findings']): Pick<Summary, 'waived' | 'baselined' | 'known'> {
  const open = findings.filter(({ waiver }) => waiver === undefined);
  const waived = findings.length - open.length;
  const baselined = open.filter(({ baseline }) => baseline === 'known').length;
  const known = open.filter(({ baseline, since }) => baseline !== 'known' && since === 'known').length;
  return {
    ...(waived === 0 ? {} : { waived }),
    ...(baselined === 0 ? {} : { baselined }),
    ...(known === 0 ? {} : { known }),
  };
}

function countSeverities(findings: readonly { readonly severity: Severity }[]): Summary['findings'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
