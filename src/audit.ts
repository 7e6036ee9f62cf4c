import type { Severity } from './finding.js';
import { linkInventory } from './model/link-inventory.js';
import type { Problem } from './problem.js';
import { auditedReport, unauditedReport } from './report/build-report.js';
import type { Report } from './report/report.js';
import { buildFacts } from './rules/build-facts.js';
import type { MaxAge } from './rules/facts.js';
import { rules as catalogue } from './rules/index.js';
import type { RuleSettings } from './rules/rule-setting.js';
import { runRules } from './rules/run-rules.js';
import { checkInventory } from './schema/check-inventory.js';
import { readSources } from './source/read-sources.js';
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
  const { documents, problems: unread, sources } = readSources(files);
  const run = { files, sources, now, failOn };
  const malformed = [...unread, ...documents.flatMap(checkInventory)];
  if (malformed.length > 0) return unauditedReport(run, malformed);
  const { model, problems: unlinked } = linkInventory(documents);
  if (model === undefined || unlinked.length > 0) return unauditedReport(run, unlinked);
  if (model.services.length === 0) return unauditedReport(run, [nothingToAudit(files)]);
  const facts = buildFacts(model, { now, maxAge: { drill: year, restoreTest: year, review: year, ...maxAge } });
  return auditedReport(run, facts, runRules(catalogue, facts, rules));
}

/** An inventory without a service promises nothing, so there is nothing to pass. */
function nothingToAudit(files: readonly SourceFile[]): Problem {
  return {
    code: 'empty',
    message: 'the inventory has no services',
    at: { file: files[0]?.path ?? '', start: 0, end: 0 },
    help: 'add a `services` section; `firebreak init` writes one to start from',
  };
}
