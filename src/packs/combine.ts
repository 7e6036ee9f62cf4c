import { severities, type Severity } from '../finding.js';
import type { MaxAge } from '../rules/facts.js';
import type { RuleSetting, RuleSettings } from '../rules/rule-setting.js';
import { formatInterval, parseInterval } from '../units/interval.js';
import type { WrittenOption } from '../rules/rule-option.js';
import type { Pack, Threshold } from './pack.js';
import { isStricter } from './stricter.js';

/** What a team has set itself, in its settings or on the command line. */
export interface OwnSettings {
  readonly rules: RuleSettings;
  readonly maxAge: Partial<MaxAge>;
}

/** A value with where it comes from: the name of a pack, or `settings` for the team's own. */
export interface InForce {
  readonly value: WrittenOption;
  readonly from: string;
}

/** What an audit with packs runs with, and how that came about. */
export interface Combined extends OwnSettings {
  /** What counts for a threshold that some pack sets. */
  readonly thresholdInForce: (threshold: Threshold) => InForce;
  /** What counts for a rule whose severity some pack sets. */
  readonly severityInForce: (rule: string) => InForce | undefined;
}

/** The settings that packs and a team's own come to: own ones win over packs, of two packs the stricter one counts. */
export function combinePacks(packs: readonly Pack[], own: OwnSettings): Combined {
  const severityOf = strictestSeverities(packs);
  const thresholdOf = strictestThresholds(packs);
  const ids = new Set([
    ...own.rules.keys(),
    ...severityOf.keys(),
    ...[...thresholdOf.values()].map(({ set }) => set.of),
  ]);
  const rules = new Map(
    [...ids]
      .filter((id) => id !== 'maxAge')
      .map((id) => [id, settingOf(own.rules.get(id), severityOf.get(id), optionsFor(id, thresholdOf))] as const),
  );
  const ages = [...thresholdOf.values()].flatMap(({ set: { of, option, value } }) => {
    const age = of === 'maxAge' ? parseInterval(String(value)) : undefined;
    return age?.ok === true ? [[option, age.value] as const] : [];
  });
  return {
    rules,
    maxAge: { ...Object.fromEntries(ages), ...own.maxAge },
    thresholdInForce: (threshold) =>
      ownValue(own, threshold) ??
      inForce(thresholdOf.get(nameOf(threshold))) ?? { value: threshold.value, from: 'settings' },
    severityInForce: (rule) => {
      const value = own.rules.get(rule)?.severity;
      return value === undefined ? severityOf.get(rule) : { value, from: 'settings' };
    },
  };
}

interface Chosen {
  readonly set: Threshold;
  readonly from: string;
}

function inForce(chosen: Chosen | undefined): InForce | undefined {
  return chosen === undefined ? undefined : { value: chosen.set.value, from: chosen.from };
}

function nameOf({ of, option }: Threshold): string {
  return `${of} ${option}`;
}

function strictestThresholds(packs: readonly Pack[]): ReadonlyMap<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const { name: from, thresholds } of packs) {
    for (const set of thresholds) {
      const before = chosen.get(nameOf(set));
      if (before === undefined || winsOver(set, before.set)) chosen.set(nameOf(set), { set, from });
    }
  }
  return chosen;
}

/** A default of ours gives way to the number of any framework; of two alike the stricter one counts. */
function winsOver(set: Threshold, before: Threshold): boolean {
  const [ours, theirs] = [set.source === 'tool default', before.source === 'tool default'];
  return ours === theirs ? isStricter(set.value, before.value, set.stricter) : theirs;
}

function strictestSeverities(packs: readonly Pack[]): ReadonlyMap<string, InForce & { readonly value: Severity }> {
  const chosen = new Map<string, InForce & { readonly value: Severity }>();
  for (const { name: from, severities: set } of packs) {
    for (const [rule, value] of Object.entries(set)) {
      const before = chosen.get(rule);
      if (before === undefined || severities.indexOf(value) < severities.indexOf(before.value))
        chosen.set(rule, { value, from });
    }
  }
  return chosen;
}

function optionsFor(id: string, chosen: ReadonlyMap<string, Chosen>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...chosen.values()].flatMap(({ set: { of, option, value } }) => (of === id ? [[option, value] as const] : [])),
  );
}

function settingOf(
  own: RuleSetting | undefined,
  severity: { readonly value: Severity } | undefined,
  options: Readonly<Record<string, unknown>>,
): RuleSetting {
  return { severity: own?.severity, atLeast: severity?.value, options: { ...options, ...own?.options } };
}

function ownValue(own: OwnSettings, { of, option }: Threshold): InForce | undefined {
  if (of === 'maxAge') {
    const age = Object.entries(own.maxAge).find(([kind]) => kind === option)?.[1];
    return age === undefined ? undefined : { value: formatInterval(age), from: 'settings' };
  }
  const value = own.rules.get(of)?.options?.[option];
  if (value === undefined) return undefined;
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { value: plain ? value : [value].flat().join(', '), from: 'settings' };
}
