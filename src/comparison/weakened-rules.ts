import { atLeast, type Severity } from '../finding.js';
import { combinePacks } from '../packs/combine.js';
import { rules as catalogue } from '../rules/index.js';
import type { RuleSetting } from '../rules/rule-setting.js';
import type { Rule } from '../rules/rule.js';
import type { PolicyTerms } from './policy-terms.js';
import { inWords } from './in-words.js';
import type { Weakness } from './weakness.js';

type Level = Severity | 'off';

/** Rules switched off, lowered or set otherwise, for all services or for some, and rules of the team that are gone or changed. */
export function weakenedRules(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const [was, is] = [settingsOf(before), settingsOf(now)];
  const own = new Set(now.ownRules.map(({ id }) => id));
  return [...catalogue, ...before.ownRules].flatMap((rule): readonly Weakness[] => {
    const ours = !catalogue.includes(rule);
    const at = now.placeOf(['rules', rule.id]);
    const weak = (message: string): readonly Weakness[] => [{ area: 'policy', message, subjects: [], at }];
    if (ours && !own.has(rule.id)) return weak(`the rule ${rule.id} is gone`);
    const [then, today] = [levelOf(rule, was.get(rule.id)), levelOf(rule, is.get(rule.id))];
    if (isMilder(today, then)) return weak(`the rule ${rule.id} is ${today}, no longer ${then}`);
    return today === 'off' ? [] : changedOptions(rule, was.get(rule.id), is.get(rule.id)).flatMap(weak);
  });
}

/** The files of a team's own rules that are not as they were: what they ask now is for a reviewer to read. */
export function changedRuleFiles(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  return [...before.ownRuleFiles].flatMap(([path, digest]): readonly Weakness[] => {
    const today = now.ownRuleFiles.get(path);
    if (today === undefined || today === digest) return [];
    return [{ area: 'policy', message: `the rules in ${path} are not what they were`, subjects: [], at: undefined }];
  });
}

/** Overrides that came and make something milder, or that went and made something more severe. */
export function weakenedOverrides(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const [was, is] = [settingsOf(before), settingsOf(now)];
  const rulesById = new Map([...catalogue, ...now.ownRules].map((rule) => [rule.id, rule]));
  const level = (settings: ReadonlyMap<string, RuleSetting>, id: string): Level => {
    const rule = rulesById.get(id);
    return rule === undefined ? 'off' : levelOf(rule, settings.get(id));
  };
  const came = now.overrides.flatMap((override, position) =>
    [...override.rules].flatMap(([id, { severity }]): readonly Weakness[] => {
      if (severity === undefined || !isMilder(severity, level(is, id)) || has(before, override, id)) return [];
      const at = now.placeOf(['overrides', position, 'rules', id]);
      return [{ area: 'policy', message: `the rule ${id} is ${severity} for ${scope(override)}`, subjects: [], at }];
    }),
  );
  const went = before.overrides.flatMap((override) =>
    [...override.rules].flatMap(([id, { severity }]): readonly Weakness[] => {
      if (severity === undefined || !isMilder(level(was, id), severity) || has(now, override, id)) return [];
      const message = `the rule ${id} is no longer ${severity} for ${scope(override)}`;
      return [{ area: 'policy', message, subjects: [], at: undefined }];
    }),
  );
  return [...came, ...went];
}

type Override = PolicyTerms['overrides'][number];

function has({ overrides }: PolicyTerms, wanted: Override, id: string): boolean {
  return overrides.some(
    (one) => scope(one) === scope(wanted) && one.rules.get(id)?.severity === wanted.rules.get(id)?.severity,
  );
}

function scope({ select }: Override): string {
  const parts = Object.entries(select).map(([field, patterns]) => `${field}=${patterns.join(',')}`);
  return parts.sort().join(' ');
}

function settingsOf({ packs, rules, maxAge }: PolicyTerms): ReadonlyMap<string, RuleSetting> {
  return combinePacks(packs, { rules, maxAge }).rules;
}

function levelOf({ severity }: Rule, setting: RuleSetting | undefined): Level {
  if (setting?.severity !== undefined) return setting.severity;
  const least = setting?.atLeast;
  return least !== undefined && atLeast(least, severity) ? least : severity;
}

function isMilder(now: Level, before: Level): boolean {
  if (before === 'off' || now === before) return false;
  return now === 'off' || !atLeast(now, before);
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
