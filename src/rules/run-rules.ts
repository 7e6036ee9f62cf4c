import { atLeast, type Severity } from '../finding.js';
import type { Facts } from './facts.js';
import type { CannotKnow, Failure, Judgement } from './judgement.js';
import { concernedBy, overridden, type Override } from './override.js';
import type { Rule } from './rule.js';
import type { OptionValues } from './rule-option.js';
import type { RuleSettings } from './rule-setting.js';
import { subjectId, type Subject } from './subject.js';
import { severityByTier } from './severity-by-tier.js';

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
  /** Judgements left out because an override switches the rule off for those concerned. */
  readonly off: number;
}

interface RunSetting {
  readonly severity: Severity | undefined;
  readonly least: Severity | undefined;
  readonly options: OptionValues;
}

/** Runs every rule that is not switched off over every subject it is about. */
export function runRules(
  rules: readonly Rule[],
  facts: Facts,
  settings: RuleSettings,
  overrides: readonly Override[] = [],
): readonly RuleResult[] {
  return rules.flatMap((rule) => {
    const { severity, atLeast: least, options = {} } = settings.get(rule.id) ?? { severity: undefined };
    return severity === 'off' ? [] : [runRule(rule, facts, { severity, least, options }, overrides)];
  });
}

function runRule(
  rule: Rule,
  facts: Facts,
  { severity: setting, least, options }: RunSetting,
  overrides: readonly Override[],
): RuleResult {
  const found: Found[] = [];
  const unknown: { subject: Subject; cannotKnow: CannotKnow }[] = [];
  let checked = 0;
  let off = 0;
  for (const { subject, judgements } of judgementsOf(rule, facts, options)) {
    checked += 1;
    for (const judgement of judgements) {
      const failure = judgement.outcome === 'fail' ? judgement : undefined;
      const concerned = overrides.length === 0 ? [] : concernedBy(facts.model, subject, failure?.hurts);
      const severity = overridden(
        mildInGrace(setting ?? raised(ownSeverity(rule, subject, failure), least), failure),
        rule.id,
        concerned,
        overrides,
      );
      if (severity === 'off') off += 1;
      else if (judgement.outcome === 'unknown') unknown.push({ subject, cannotKnow: judgement });
      else found.push({ rule, subject, failure: judgement, severity });
    }
  }
  return { rule, severity: setting ?? raised(rule.severity, least), checked, found, unknown, off };
}

function raised(severity: Severity, least: Severity | undefined): Severity {
  return least !== undefined && atLeast(least, severity) ? least : severity;
}

/** Grace is what a team gives itself, and counts over what a pack or its own settings ask of what is really too old. */
function mildInGrace(severity: Severity, failure: Failure | undefined): Severity {
  if (failure?.inGrace !== true) return severity;
  return atLeast(severity, 'medium') ? 'low' : 'info';
}

/** What a finding counts where the settings say nothing. */
export function ownSeverity(
  { severity: usual, byTier }: Rule,
  subject: Subject,
  failure: Failure | undefined,
): Severity {
  const severity = failure?.severity ?? usual;
  return byTier && subject.type === 'service' ? severityByTier(severity, subject.service.rank) : severity;
}

interface Looked {
  readonly subject: Subject;
  readonly judgements: Iterable<Judgement>;
}

/** One entry for each subject to which the rule applies. */
function* judgementsOf(rule: Rule, facts: Facts, options: OptionValues): Iterable<Looked> {
  const { model } = facts;
  switch (rule.on) {
    case 'service':
      for (const service of model.services)
        if (rule.applies?.(service, facts, options) ?? true)
          yield { subject: { type: 'service', service }, judgements: rule.check(service, facts, options) };
      return;
    case 'failure-domain':
      for (const domain of model.domains)
        if (rule.applies?.(domain, facts, options) ?? true)
          yield { subject: { type: 'failure-domain', domain }, judgements: rule.check(domain, facts, options) };
      return;
    case 'drill':
      for (const drill of model.drills)
        if (rule.applies?.(drill, facts, options) ?? true)
          yield { subject: { type: 'drill', drill }, judgements: rule.check(drill, facts, options) };
      return;
    case 'plan':
      for (const plan of model.plans)
        if (rule.applies?.(plan, facts, options) ?? true)
          yield { subject: { type: 'plan', plan }, judgements: rule.check(plan, facts, options) };
      return;
    case 'supplier':
      for (const supplier of model.suppliers)
        if (rule.applies?.(supplier, facts, options) ?? true)
          yield { subject: { type: 'supplier', supplier }, judgements: rule.check(supplier, facts, options) };
      return;
    case 'waiver':
      for (const waiver of facts.waivers)
        if (rule.applies?.(waiver, facts, options) ?? true)
          yield { subject: { type: 'waiver', waiver }, judgements: rule.check(waiver, facts, options) };
      return;
    case 'inventory':
      if (rule.applies?.(model, facts, options) ?? true)
        yield { subject: { type: 'inventory', model }, judgements: rule.check(model, facts, options) };
  }
}

/** Identity of the thing a finding is about, across rules: findings on one of these may be folded. */
export function subjectKey(subject: Subject): string {
  return `${subject.type}:${subjectId(subject)}`;
}
