import type { Baseline } from './baseline/baseline.js';
import { knownFrom } from './baseline/baseline-text.js';
import { compareStates, type AuditedState } from './comparison/compare-states.js';
import type { Former } from './comparison/former.js';
import { weakenedInventory, weakenedPolicy } from './comparison/weaknesses.js';
import type { Severity } from './finding.js';
import { loadInventory, type LoadedInventory } from './load-inventory.js';
import { buildDetail } from './report/build-detail.js';
import { auditedReport, unauditedReport } from './report/build-report.js';
import { combinePacks } from './packs/combine.js';
import type { Pack } from './packs/pack.js';
import type { Policy, Selection } from './report/policy.js';
import { reportPacks } from './report/report-packs.js';
import type { Report, ReportCommit } from './report/report.js';
import { buildFacts } from './rules/build-facts.js';
import type { MaxAge } from './rules/facts.js';
import { rules as catalogue } from './rules/index.js';
import type { Override } from './rules/override.js';
import type { RuleSettings } from './rules/rule-setting.js';
import type { Rule } from './rules/rule.js';
import { runRules } from './rules/run-rules.js';
import { usualMaxAge } from './rules/usual-max-age.js';
import type { DigestedFile, SourceFile } from './source/source-file.js';
import type { Waivers } from './waivers/waiver.js';

/** Hears, now and then, how far the work has come: so many files or losses done, or subjects that the rules looked at, of so many. At last `done`. */
export type OnProgress = (stage: 'files' | 'losses' | 'rules' | 'done', done: number, of: number) => void;

export interface AuditOptions {
  /** ISO date by which ages and expiries are judged; the report's as-of date. */
  readonly now: string;
  /** Findings at or above this fail the gate. Default: high. */
  readonly failOn?: Severity | 'never' | undefined;
  /** A ratchet: so many findings at or above `failOn` still pass. */
  readonly maxFindings?: number | undefined;
  /** Fail on expired, unused and too broad waivers and on stale entries of the baseline, whatever their severity. */
  readonly strict?: boolean | undefined;
  /** A former state to compare with. Findings that were there and are no worse do not count. */
  readonly since?: Former | undefined;
  /** Fail also if anything asks for less than in that state. */
  readonly failOnWeakened?: boolean | undefined;
  /** The commit that the settings, the waivers and the baseline were taken from. */
  readonly policyFrom?: ReportCommit | undefined;
  /** Severities that differ from the rules' own, and rules switched off. */
  readonly rules?: RuleSettings | undefined;
  /** Other severities for some services, applied in this order after `rules`. */
  readonly overrides?: readonly Override[] | undefined;
  /** Findings that somebody has accepted until a day; from `readWaivers`. */
  readonly waivers?: Waivers | undefined;
  /** Findings that were there when somebody began to count; from `readBaseline`. */
  readonly baseline?: Baseline | undefined;
  /** For whoever waits; the result does not hang on it. */
  readonly onProgress?: OnProgress | undefined;
  /** Report only what concerns these services. The whole inventory is audited all the same. */
  readonly select?: Selection | undefined;
  /** Frameworks to audit against: what they set counts where `rules` and `maxAge` say nothing. */
  readonly packs?: readonly Pack[] | undefined;
  /** Rules of a team, which run beside those of the catalogue; from `readOwnRules`. */
  readonly ownRules?:
    { readonly rules: readonly Rule[]; readonly files: readonly Pick<DigestedFile, 'path' | 'sha256'>[] } | undefined;
  /** Work out what a document shows beyond verdicts: the map, the ranking of losses, the worst of them, the evidence. */
  readonly detail?: boolean | undefined;
  /** How old evidence may be. Default: 12 months each, without grace. */
  readonly maxAge?: Partial<MaxAge> | undefined;
}

const aboutInventory = catalogue.filter(({ on }) => on !== 'waiver');
const aboutWaivers = catalogue.filter(({ on }) => on === 'waiver');

/**
 * Audits an inventory given as files. Pure: the same files and options give the same report. Never throws on
 * what is in the files: any problem with them makes the report's gate `unaudited`, and then no rule has run.
 */
export function audit(files: readonly SourceFile[], options: AuditOptions): Report {
  const report = auditStates(files, options);
  options.onProgress?.('done', 1, 1);
  return report;
}

function auditStates(files: readonly SourceFile[], options: AuditOptions): Report {
  const { since: former, select, onProgress } = options;
  const onRead = (done: number, of: number): void => onProgress?.('files', done, of);
  const loaded = loadInventory(files, onRead);
  if (former === undefined || !loaded.ok) return auditLoaded({ files, loaded, options, since: undefined }).report;
  // By the same rules and settings, so that only what the inventory says makes a difference.
  const before =
    former.files === undefined
      ? undefined
      : auditLoaded({
          files: former.files,
          loaded: loadInventory(former.files, onRead),
          options: { ...options, select: undefined, detail: false },
          since: undefined,
        });
  const weakened = [
    ...(former.asked === undefined ? [] : weakenedPolicy(former.asked.before, former.asked.now)),
    ...(before?.model === undefined ? [] : weakenedInventory(before.model, loaded.model, loaded.sources)),
  ];
  const since = {
    findings: (before?.report.findings ?? []).map(knownFrom),
    weakened: weakened.length > 0 || former.asked === undefined,
  };
  const now = auditLoaded({ files, loaded, options, since });
  return { ...now.report, change: compareStates({ former, before, now, weakened, select }) };
}

interface Audit {
  readonly files: readonly SourceFile[];
  readonly loaded: LoadedInventory;
  readonly options: AuditOptions;
  readonly since: Policy['since'];
}

function auditLoaded({ files, loaded, options, since }: Audit): AuditedState {
  const { now, failOn = 'high', rules = new Map(), packs = [], maxAge = {}, detail = false } = options;
  const { maxFindings, strict, failOnWeakened, overrides, waivers, baseline, select, ownRules, policyFrom } = options;
  const run = {
    files,
    sources: loaded.sources,
    now,
    gate: { failOn, maxFindings, strict, failOnWeakened },
    policy: { waivers, baseline, select, ownRules, since, from: policyFrom },
  };
  if (!loaded.ok) return { report: unauditedReport(run, loaded.problems), model: undefined, blastRadii: () => [] };
  const combined = combinePacks(packs, { rules, maxAge });
  const ages = { ...usualMaxAge, ...combined.maxAge };
  const { onProgress } = options;
  const facts = buildFacts(loaded.model, { now, maxAge: ages }, (done, of) => onProgress?.('losses', done, of));
  const chosen = [...aboutInventory, ...(ownRules?.rules ?? [])];
  const report = auditedReport(run, {
    facts,
    results: runRules(chosen, facts, combined.rules, overrides, (done, of) => onProgress?.('rules', done, of)),
    judgeSetup: (judged) => runRules(aboutWaivers, judged, combined.rules),
  });
  return {
    report: {
      ...report,
      ...(packs.length === 0 ? {} : { packs: reportPacks(packs, combined, report) }),
      ...(detail ? { detail: buildDetail(facts) } : {}),
    },
    model: loaded.model,
    blastRadii: facts.blastRadii,
  };
}
