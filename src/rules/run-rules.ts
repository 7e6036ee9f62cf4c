import type { Severity } from '../finding.js';
import type { Facts } from './facts.js';
import type { CannotKnow, Failure, Judgement } from './judgement.js';
import type { Rule } from './rule.js';
import type { RuleSettings } from './rule-setting.js';
import { subjectId, type Subject } from './subject.js';

/** A failure with whom it is about and how severe it counts here. */
export interface Found {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly severity: Severity;
  readonly failure: Failure;
}

/** What one rule did: how many it looked at, and what it could not judge. */
export interface RuleResult {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly checked: number;
  readonly found: readonly Found[];
  readonly unknown: readonly { readonly subject: Subject; readonly cannotKnow: CannotKnow }[];
}

/** Runs every rule that is not switched off over every subject it is about. */
export function runRules(rules: readonly Rule[], facts: Facts, settings: RuleSettings): readonly RuleResult[] {
  return rules.flatMap((rule) => {
    const setting = settings.get(rule.id)?.severity;
    return setting === 'off' ? [] : [runRule(rule, facts, setting)];
  });
}

function runRule(rule: Rule, facts: Facts, override: Severity | undefined): RuleResult {
  const found: Found[] = [];
  const unknown: { subject: Subject; cannotKnow: CannotKnow }[] = [];
  let checked = 0;
  for (const { subject, judgements } of judgementsOf(rule, facts)) {
    checked += 1;
    for (const judgement of judgements) {
      if (judgement.outcome === 'unknown') unknown.push({ subject, cannotKnow: judgement });
      else found.push({ rule, subject, failure: judgement, severity: override ?? judgement.severity ?? rule.severity });
    }
  }
  return { rule, severity: override ?? rule.severity, checked, found, unknown };
}

interface Looked {
  readonly subject: Subject;
  readonly judgements: Iterable<Judgement>;
}

/** One entry for each subject to which the rule applies. */
function* judgementsOf(rule: Rule, facts: Facts): Iterable<Looked> {
  const { model } = facts;
  switch (rule.on) {
    case 'service':
      for (const service of model.services)
        if (rule.applies?.(service, facts) ?? true)
          yield { subject: { type: 'service', service }, judgements: rule.check(service, facts) };
      return;
    case 'failure-domain':
      for (const domain of model.domains)
        if (rule.applies?.(domain, facts) ?? true)
          yield { subject: { type: 'failure-domain', domain }, judgements: rule.check(domain, facts) };
      return;
    case 'drill':
      for (const drill of model.drills)
        if (rule.applies?.(drill, facts) ?? true)
          yield { subject: { type: 'drill', drill }, judgements: rule.check(drill, facts) };
      return;
    case 'inventory':
      if (rule.applies?.(model, facts) ?? true)
        yield { subject: { type: 'inventory', model }, judgements: rule.check(model, facts) };
  }
}

/** Identity of the thing a finding is about, across rules: findings on one of these may be folded. */
export function subjectKey(subject: Subject): string {
  return `${subject.type}:${subjectId(subject)}`;
}
