import type { Model, ServiceIndex } from '../model/model.js';
import { concernedBy } from '../rules/override.js';
import { ownSeverity, type Found, type RuleResult } from '../rules/run-rules.js';
import type { Selectable } from '../selection/selector.js';
import type { Waivable } from '../waivers/waivable.js';
import { fingerprint } from './fingerprint.js';
import { foldFindings } from './fold-findings.js';
import { reportSubject } from './report-subject.js';
import type { ReportSubject } from './report.js';

/** A finding that stands for itself, with all by which it can be recognised. */
export interface StandingFinding extends Waivable {
  readonly subject: ReportSubject;
  readonly found: Found;
  readonly hurts: readonly ServiceIndex[];
  readonly magnitude: number | null | undefined;
}

/** What the rules found, one for each root cause. */
export function standingFindings(model: Model, results: readonly RuleResult[]): readonly StandingFinding[] {
  const all = results.flatMap(({ found }) => found);
  return foldFindings(model, all).map(({ found, also, hurts, magnitude }) => ({
    found,
    also,
    hurts,
    magnitude,
    fingerprint: () => fingerprint(found),
    rule: found.rule.id,
    severity: found.severity,
    usual: ownSeverity(found.rule, found.subject, found.failure),
    subject: reportSubject(found.subject),
    concerned: () => concernedBy(model, found.subject, hurts).map(selectable),
  }));
}

function selectable({ id, tier, owner, system }: Selectable): Selectable {
  return { id, tier, owner, system };
}
