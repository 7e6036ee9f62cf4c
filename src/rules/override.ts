import { atLeast, type Severity } from '../finding.js';
import type { Model, Service } from '../model/model.js';
import { selects, type Selector } from '../selection/selector.js';
import type { Failure } from './judgement.js';
import type { RuleSettings } from './rule-setting.js';
import type { Subject } from './subject.js';

/** Other severities for the findings about some services. */
export interface Override {
  readonly select: Selector;
  readonly rules: RuleSettings;
}

/** The service that a judgement is about, where it is about one, and the services that it hurts. */
export function concernedBy({ services }: Model, subject: Subject, hurts: Failure['hurts'] = []): readonly Service[] {
  const hurt = hurts.flatMap((index) => services[index] ?? []);
  return subject.type === 'service' ? [subject.service, ...hurt] : hurt;
}

/**
 * The severity after the overrides, of which the last that applies wins. One that makes a finding milder applies only
 * where all services concerned are selected: that the console is of tier bronze must not hide that tier gold waits for it. One that makes it
 * more severe applies where any is.
 */
export function overridden(
  severity: Severity,
  rule: string,
  concerned: readonly Service[],
  overrides: readonly Override[],
): Severity | 'off' {
  return overrides.reduce<Severity | 'off'>((current, { select, rules }) => {
    const wanted = rules.get(rule)?.severity;
    if (wanted === undefined || concerned.length === 0) return current;
    const raises = wanted !== 'off' && (current === 'off' || atLeast(wanted, current));
    const selected = ({ id, tier, owner, system }: Service): boolean => selects(select, { id, tier, owner, system });
    const applies = raises ? concerned.some(selected) : concerned.every(selected);
    return applies ? wanted : current;
  }, severity);
}
