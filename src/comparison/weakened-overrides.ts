import type { Service } from '../model/model.js';
import { rules as catalogue } from '../rules/index.js';
import type { Selector } from '../selection/selector.js';
import { milderSteps, type Milder, type Step } from './milder-steps.js';
import type { PolicyTerms } from './policy-terms.js';
import { settingsOf } from './settings-of.js';
import { usualLevel } from './usual-level.js';
import { usualRange } from './usual-range.js';
import type { Weakness } from './weakness.js';

/** Overrides that make a rule milder for some services than those of before did: ones that came, went, or are in another order. */
export function weakenedOverrides(
  before: PolicyTerms,
  now: PolicyTerms,
  services: readonly Service[],
): readonly Weakness[] {
  const [was, is] = [settingsOf(before), settingsOf(now)];
  const own = new Set(before.ownRules.map(({ id }) => id));
  const rules = [...catalogue, ...now.ownRules.filter(({ id }) => own.has(id))];
  return rules.flatMap((rule) => {
    const { id } = rule;
    const [former, today] = [stepsOf(before, id), stepsOf(now, id)];
    if (former.length === 0 && today.length === 0) return [];
    // What does not run no override can bring back, and that it does not is told already.
    if ([was, is].some((settings) => usualLevel(rule, settings.get(id)) === 'off')) return [];
    const usual = {
      worst: (select: Selector) => usualRange(rule, was.get(id), select, services).worst,
      mildest: (select: Selector) => usualRange(rule, is.get(id), select, services).mildest,
    };
    const told = new Map<string, Weakness>();
    for (const milder of milderSteps(former, today, usual)) {
      const { message, step } = inWords(id, milder, former, today);
      const at = step === undefined ? undefined : now.placeOf(['overrides', step.position, 'rules', id]);
      told.set(message, { area: 'policy', message, subjects: [], at });
    }
    return [...told.values()];
  });
}

/** Told as what came, else as what went, else as what is in another order. */
function inWords(
  id: string,
  { was, is }: Milder,
  before: readonly Step[],
  now: readonly Step[],
): { readonly message: string; readonly step: Step | undefined } {
  const came = is === undefined || has(before, is) ? '' : `${is.level} for ${is.scope}`;
  if (came !== '') return { message: `the rule ${id} is ${came}`, step: is };
  const went = was === undefined ? '' : `${was.level} for ${was.scope}`;
  if (is === undefined || was === undefined || !has(now, was))
    return { message: `the rule ${id} is no longer ${went}`, step: undefined };
  return { message: `the rule ${id} is ${is.level} for ${is.scope}, no longer ${went}`, step: is };
}

function has(steps: readonly Step[], { scope, level }: Step): boolean {
  return steps.some((one) => one.scope === scope && one.level === level);
}

function stepsOf({ overrides }: PolicyTerms, id: string): readonly Step[] {
  return overrides.flatMap(({ select, rules }, position) => {
    const level = rules.get(id)?.severity;
    return level === undefined ? [] : [{ select, scope: scopeOf(select), level, position }];
  });
}

function scopeOf(select: Selector): string {
  const parts = Object.entries(select).map(([field, patterns]) => `${field}=${patterns.toSorted().join(',')}`);
  return parts.sort().join(' ');
}
