import { rules as catalogue } from '../rules/index.js';
import type { RuleSetting } from '../rules/rule-setting.js';
import type { Rule } from '../rules/rule.js';
import { inWords } from './in-words.js';
import { isMilder } from './is-milder.js';
import type { PolicyTerms } from './policy-terms.js';
import { settingsOf } from './settings-of.js';
import { usualLevel } from './usual-level.js';
import type { Weakness } from './weakness.js';

/** Rules switched off, lowered or set otherwise for all services, and rules of the team that are gone or changed. */
export function weakenedRules(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const [was, is] = [settingsOf(before), settingsOf(now)];
  const own = new Set(now.ownRules.map(({ id }) => id));
  return [...catalogue, ...before.ownRules].flatMap((rule): readonly Weakness[] => {
    const ours = !catalogue.includes(rule);
    const at = now.placeOf(['rules', rule.id]);
    const weak = (message: string): readonly Weakness[] => [{ area: 'policy', message, subjects: [], at }];
    if (ours && !own.has(rule.id)) return weak(`the rule ${rule.id} is gone`);
    const [then, today] = [usualLevel(rule, was.get(rule.id)), usualLevel(rule, is.get(rule.id))];
    if (isMilder(today, then)) return weak(`the rule ${rule.id} is ${today}, no longer ${then}`);
    return today === 'off' ? [] : changedOptions(rule, was.get(rule.id), is.get(rule.id)).flatMap(weak);
  });
}

/**
 * The files of a team's own rules that are not as they were: what they ask now is for a reviewer to read. One that only has
 * another path is not among them.
 */
export function changedRuleFiles(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const today = new Set(now.ownRuleFiles.values());
  return [...before.ownRuleFiles].flatMap(([path, digest]): readonly Weakness[] => {
    if (today.has(digest)) return [];
    const what = now.ownRuleFiles.has(path)
      ? 'are not what they were'
      : 'are gone, or elsewhere and not what they were';
    return [{ area: 'policy', message: `the rules in ${path} ${what}`, subjects: [], at: undefined }];
  });
}

/** Which way an option is stricter only its rule knows, so every change is told. */
function changedOptions(rule: Rule, before: RuleSetting | undefined, now: RuleSetting | undefined): readonly string[] {
  const [was, is] = [before?.options ?? {}, now?.options ?? {}];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  if (changed.length === 0) return [];
  const parts = changed.map((name) => `${name} is ${shown(is[name])}, before ${shown(was[name])}`);
  return [`the rule ${rule.id} is set otherwise: ${inWords(parts)}`];
}

function shown(value: unknown): string {
  return value === undefined ? 'its default' : JSON.stringify(value);
}
