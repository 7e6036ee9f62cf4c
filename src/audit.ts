import type { Baseline } from './baseline/baseline.js';
import type { Severity } from './finding.js';
import { loadInventory } from './load-inventory.js';
import { buildDetail } from './report/build-detail.js';
import { auditedReport, unauditedReport } from './report/build-report.js';
import { combinePacks } from './packs/combine.js';
import type { Pack } from './packs/pack.js';
import type { Selection } from './report/policy.js';
import { reportPacks } from './report/report-packs.js';
import type { Report } from './report/report.js';
import { buildFacts } from './rules/build-facts.js';
import type { MaxAge } from './rules/facts.js';
import { rules as catalogue } from './rules/index.js';
import type { Override } from './rules/override.js';
import type { RuleSettings } from './rules/rule-setting.js';
import type { Rule } from './rules/rule.js';
import { runRules } from './rules/run-rules.js';
import type { DigestedFile, SourceFile } from './source/source-file.js';
import type { Waivers } from './waivers/waiver.js';

export interface AuditOptions {
  /** ISO date by which ages and expiries are judged; the report's as-of date. */
  readonly now: string;
  /** Findings at or above this fail the gate. Default: high. */
  readonly failOn?: Severity | 'never' | undefined;
  /** A ratchet: so many findings at or above `failOn` still pass. */
  readonly maxFindings?: number | undefined;
  /** Fail on expired, unused and too broad waivers and on stale entries of the baseline, whatever their severity. */
  readonly strict?: boolean | undefined;
  /** Severities that differ from the rules' own, and rules switched off. */
  readonly rules?: RuleSettings | undefined;
  /** Other severities for some services, applied in this order after `rules`. */
  readonly overrides?: readonly Override[] | undefined;
  /** Findings that somebody has accepted until a day; from `readWaivers`. */
  readonly waivers?: Waivers | undefined;
  /** Findings that were there when somebody began to count; from `readBaseline`. */
  readonly baseline?: Baseline | undefined;
  /** Report only what concerns these services. The whole inventory is audited all the same. */
  readonly select?: Selection | undefined;
  /** Frameworks to audit against: what they set counts where `rules` and `maxAge` say nothing. */
  readonly packs?: readonly Pack[] | undefined;
  /** Rules of a team, which run beside those of the catalogue; from `readOwnRules`. */
  readonly ownRules?:
    { readonly rules: readonly Rule[]; readonly files: readonly Pick<DigestedFile, 'path' | 'sha256'>[] } | undefined;
  /** Work out what a document shows beyond verdicts: the map, the ranking of losses, the worst of them, the evidence. */
  readonly detail?: boolean | undefined;
  /** How old evidence may be. Default: 365 days each. */
  readonly maxAge?: Partial<MaxAge> | undefined;
}

const year = 365 * 86_400;

/** How old evidence may be where nobody says. */
export const usualMaxAge: MaxAge = { drill: year, restoreTest: year, review: year };

const aboutInventory = catalogue.filter(({ on }) => on !== 'waiver');
const aboutWaivers = catalogue.filter(({ on }) => on === 'waiver');

/**
 * Audits an inventory given as files. Pure: the same files and options give the same report. Never throws on
 * what is in the files: any problem with them makes the report's gate `unaudited`, and then no rule has run.
 */
export function audit(files: readonly SourceFile[], options: AuditOptions): Report {
  const { now, failOn = 'high', rules = new Map(), packs = [], maxAge = {} } = options;
  const { maxFindings, strict, overrides, waivers, baseline, select, ownRules, detail = false } = options;
  const loaded = loadInventory(files);
  const run = {
    files,
    sources: loaded.sources,
    now,
    gate: { failOn, maxFindings, strict },
    policy: { waivers, baseline, select, ownRules },
  };
  if (!loaded.ok) return unauditedReport(run, loaded.problems);
  const combined = combinePacks(packs, { rules, maxAge });
  const ages = { ...usualMaxAge, ...combined.maxAge };
  const facts = buildFacts(loaded.model, { now, maxAge: ages });
  const report = auditedReport(run, {
    facts,
    results: runRules([...aboutInventory, ...(ownRules?.rules ?? [])], facts, combined.rules, overrides),
    judgeSetup: (judged) => runRules(aboutWaivers, judged, combined.rules),
  });
  return {
    ...report,
    ...(packs.length === 0 ? {} : { packs: reportPacks(packs, combined, report) }),
    ...(detail ? { detail: buildDetail(facts) } : {}),
  };
}
