import { atLeast, type Severity } from '../finding.js';
import type { Facts } from './facts.js';
import type { CannotKnow, Failure, Judgement } from './judgement.js';
import { concernedBy, overridden, type Override } from './override.js';
import type { Check, Rule } from './rule.js';
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

/** One rule at work. */
interface Run<One extends Rule = Rule> {
  readonly rule: One;
  readonly setting: Severity | undefined;
  readonly least: Severity | undefined;
  readonly options: OptionValues;
  readonly found: Found[];
  readonly unknown: { subject: Subject; cannotKnow: CannotKnow }[];
  checked: number;
  off: number;
}

/** Hears before each subject how many are done, of how many. */
export type OnSubject = (done: number, of: number) => void;

/**
 * Runs every rule that is not switched off over every subject it is about. Subject by subject: an inventory is larger
 * than what a processor keeps at hand, and all rules look at the same parts of a service.
 */
export function runRules(
  rules: readonly Rule[],
  facts: Facts,
  settings: RuleSettings,
  overrides: readonly Override[] = [],
  onSubject?: OnSubject,
): readonly RuleResult[] {
  const runs = rules.flatMap((rule): readonly Run[] => {
    const { severity, atLeast: least, options = {} } = settings.get(rule.id) ?? { severity: undefined };
    if (severity === 'off') return [];
    return [{ rule, setting: severity, least, options, found: [], unknown: [], checked: 0, off: 0 }];
  });
  judgeAll(runs, facts, overrides, onSubject);
  return runs.map(({ rule, setting, least, found, unknown, checked, off }) => ({
    rule,
    severity: setting ?? raised(rule.severity, least),
    checked,
    found,
    unknown,
    off,
  }));
}

function judgeAll(
  runs: readonly Run[],
  facts: Facts,
  overrides: readonly Override[],
  onSubject: OnSubject | undefined,
): void {
  const { model } = facts;
  const { services, domains, drills, plans, suppliers } = model;
  const { waivers } = facts;
  const about = <On extends Rule['on']>(on: On): readonly Run<Extract<Rule, { on: On }>>[] =>
    runs.filter((run): run is Run<Extract<Rule, { on: On }>> => run.rule.on === on);
  const of = services.length + domains.length + drills.length + plans.length + suppliers.length + waivers.length + 1;
  let done = 0;
  /** All rules about one kind of subject, over all of these. */
  const look = <Entity>(
    on: readonly (Run & { readonly rule: Check<Rule['on'], Entity> })[],
    entities: readonly Entity[],
    subjectOf: (entity: Entity) => Subject,
  ): void => {
    for (const entity of entities) {
      onSubject?.(done, of);
      done += 1;
      const subject = subjectOf(entity);
      for (const run of on) {
        const { rule, options } = run;
        if (rule.applies?.(entity, facts, options) === false) continue;
        run.checked += 1;
        for (const judgement of rule.check(entity, facts, options)) weigh(run, subject, judgement, model, overrides);
      }
    }
  };
  look(about('service'), services, (service) => ({ type: 'service', service }));
  look(about('failure-domain'), domains, (domain) => ({ type: 'failure-domain', domain }));
  look(about('drill'), drills, (drill) => ({ type: 'drill', drill }));
  look(about('plan'), plans, (plan) => ({ type: 'plan', plan }));
  look(about('supplier'), suppliers, (supplier) => ({ type: 'supplier', supplier }));
  look(about('waiver'), waivers, (waiver) => ({ type: 'waiver', waiver }));
  look(about('inventory'), [model], () => ({ type: 'inventory', model }));
}

/** Files what a rule said of a subject, with the severity it has here. */
function weigh(
  run: Run,
  subject: Subject,
  judgement: Judgement,
  model: Facts['model'],
  overrides: readonly Override[],
): void {
  const { rule, setting, least } = run;
  const failure = judgement.outcome === 'fail' ? judgement : undefined;
  const concerned = overrides.length === 0 ? [] : concernedBy(model, subject, failure?.hurts);
  const severity = overridden(
    mildInGrace(setting ?? raised(ownSeverity(rule, subject, failure), least), failure),
    rule.id,
    concerned,
    overrides,
  );
  if (severity === 'off') run.off += 1;
  else if (judgement.outcome === 'unknown') run.unknown.push({ subject, cannotKnow: judgement });
  else run.found.push({ rule, subject, failure: judgement, severity });
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

/** Identity of the thing a finding is about, across rules: findings on one of these may be folded. */
export function subjectKey(subject: Subject): string {
  return `${subject.type}:${subjectId(subject)}`;
}
