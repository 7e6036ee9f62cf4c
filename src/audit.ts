import type { Severity } from './finding.js';
import { loadInventory } from './load-inventory.js';
import { auditedReport, unauditedReport } from './report/build-report.js';
import type { Report } from './report/report.js';
import { buildFacts } from './rules/build-facts.js';
import type { MaxAge } from './rules/facts.js';
import { rules as catalogue } from './rules/index.js';
import type { RuleSettings } from './rules/rule-setting.js';
import { runRules } from './rules/run-rules.js';
import type { SourceFile } from './source/source-file.js';

export interface AuditOptions {
  /** ISO date by which ages and expiries are judged; the report's as-of date. */
  readonly now: string;
  /** Findings at or above this fail the gate. Default: high. */
  readonly failOn?: Severity | 'never' | undefined;
  /** Severities that differ from the rules' own, and rules switched off. */
  readonly rules?: RuleSettings | undefined;
  /** How old evidence may be. Default: 365 days each. */
  readonly maxAge?: Partial<MaxAge> | undefined;
}

const year = 365 * 86_400;

/**
 * Audits an inventory given as files. Pure: the same files and options give the same report. Never throws on
 * what is in the files: any problem with them makes the report's gate `unaudited`, and then no rule has run.
 */
export function audit(files: readonly SourceFile[], options: AuditOptions): Report {
  const { now, failOn = 'high', rules = new Map(), maxAge } = options;
  const loaded = loadInventory(files);
  const run = { files, sources: loaded.sources, now, failOn };
  if (!loaded.ok) return unauditedReport(run, loaded.problems);
  const facts = buildFacts(loaded.model, { now, maxAge: { drill: year, restoreTest: year, review: year, ...maxAge } });
  return auditedReport(run, facts, runRules(catalogue, facts, rules));
}
