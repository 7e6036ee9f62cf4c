import type { Baseline } from './baseline/baseline.js';
import { knownFrom } from './baseline/baseline-text.js';
import { compareStates, type AuditedState } from './comparison/compare-states.js';
import type { Former } from './comparison/former.js';
import { weakenedInventory, weakenedPolicy } from './comparison/weaknesses.js';
import type { Severity } from './finding.js';
import { loadInventory, type LoadedInventory } from './load-inventory.js';
import { buildDetail } from './report/build-detail.js';
import { auditedReport, unauditedReport } from './report/build-report.js';
import { combinePacks, type Combined } from './packs/combine.js';
import type { Pack } from './packs/pack.js';
import type { Policy, Selection } from './report/policy.js';
import { verdictsOf } from './report/worse-promises.js';
import { reportPacks } from './report/report-packs.js';
import type { Report, ReportCommit } from './report/report.js';
import { buildFacts } from './rules/build-facts.js';
import type { Facts, MaxAge } from './rules/facts.js';
import { rules as catalogue } from './rules/index.js';
import type { Override } from './rules/override.js';
import type { RuleSettings } from './rules/rule-setting.js';
import type { Rule } from './rules/rule.js';
import { runRules, type RuleResult } from './rules/run-rules.js';
import { areSameFiles } from './source/same-files.js';
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
  const { since: former, select } = options;
  const state = judgeState(files, options);
  if (former === undefined || !state.ok) return reportOn(state, options, undefined).report;
  const before =
    former.files === undefined
      ? undefined
      : reportOn(
          // Most changes to a repository leave its inventory alone: then there is one state to judge, not two.
          areSameFiles(former.files, files) ? state : judgeState(former.files, options),
          { ...options, select: undefined, detail: false },
          undefined,
        );
  const weakened = [
    ...(former.asked === undefined ? [] : weakenedPolicy(former.asked.before, former.asked.now, state.model)),
    ...(before?.model === undefined ? [] : weakenedInventory(before.model, state.model, state.sources)),
  ];
  const since = {
    findings: (before?.report.findings ?? []).map(knownFrom),
    verdicts: verdictsOf(before?.report.promises ?? []),
    weakened: weakened.length > 0 || former.asked === undefined,
  };
  const now = reportOn(state, options, since);
  return { ...now.report, change: compareStates({ former, before, now, weakened, select }) };
}

/** A state of the inventory with what the rules say about it, or what keeps it from being audited. */
type JudgedState = { readonly files: readonly SourceFile[] } & (
  | Extract<LoadedInventory, { readonly ok: false }>
  | (Extract<LoadedInventory, { readonly ok: true }> & {
      readonly facts: Facts;
      readonly results: readonly RuleResult[];
    })
);

/** Every state by the same rules and settings, so that only what the inventory says makes a difference. */
function judgeState(files: readonly SourceFile[], options: AuditOptions): JudgedState {
  const { now, overrides, ownRules, since, onProgress } = options;
  const loaded = loadInventory(files, (done, of) => onProgress?.('files', done, of));
  if (!loaded.ok) return { ...loaded, files };
  const { rules, maxAge } = combined(options);
  const ages = { ...usualMaxAge, ...maxAge };
  const facts = buildFacts(loaded.model, { now, maxAge: ages, ranked: since !== undefined }, (done, of) =>
    onProgress?.('losses', done, of),
  );
  const chosen = [...aboutInventory, ...(ownRules?.rules ?? [])];
  const results = runRules(chosen, facts, rules, overrides, (done, of) => onProgress?.('rules', done, of));
  return { ...loaded, files, facts, results };
}

function reportOn(state: JudgedState, options: AuditOptions, since: Policy['since']): AuditedState {
  const { now, failOn = 'high', packs = [], detail = false } = options;
  const { maxFindings, strict, failOnWeakened, waivers, baseline, select, ownRules, policyFrom, overrides } = options;
  const run = {
    files: state.files,
    sources: state.sources,
    now,
    gate: { failOn, maxFindings, strict, failOnWeakened },
    policy: { waivers, baseline, select, overrides, ownRules, since, from: policyFrom },
  };
  if (!state.ok) return { report: unauditedReport(run, state.problems), model: undefined, blastRadii: () => [] };
  const { facts, results, model } = state;
  const settings = combined(options);
  const judgeSetup = (judged: Facts): readonly RuleResult[] => runRules(aboutWaivers, judged, settings.rules);
  const report = auditedReport(run, { facts, results, judgeSetup });
  return {
    report: {
      ...report,
      ...(packs.length === 0 ? {} : { packs: reportPacks(packs, settings, report) }),
      ...(detail ? { detail: buildDetail(facts) } : {}),
    },
    model,
    blastRadii: facts.blastRadii,
  };
}

/** The settings in force: those of the packs, where the repository has none of its own. */
function combined({ packs = [], rules = new Map(), maxAge = {} }: AuditOptions): Combined {
  return combinePacks(packs, { rules, maxAge });
}
