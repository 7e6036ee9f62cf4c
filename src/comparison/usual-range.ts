import type { Service } from '../model/model.js';
import type { Rule } from '../rules/rule.js';
import type { RuleSetting } from '../rules/rule-setting.js';
import { severityByTier } from '../rules/severity-by-tier.js';
import { selects, type Selector } from '../selection/selector.js';
import { usualLevel } from './usual-level.js';
import type { Level } from './is-milder.js';

/** Between what and what the findings of a rule count before any override. */
interface UsualRange {
  readonly worst: Level;
  readonly mildest: Level;
}

/**
 * The range for the services that a selector means. Where the settings say nothing, a tier moves what a rule counts, and findings
 * about a place count by what they do. A service without a rank may be of rank 1 tomorrow, and so may one that there is not yet.
 */
export function usualRange(
  rule: Rule,
  setting: RuleSetting | undefined,
  select: Selector,
  services: readonly Service[],
): UsualRange {
  const usual = usualLevel(rule, setting);
  if (setting?.severity !== undefined) return { worst: usual, mildest: usual };
  const level = (rank: number): Level => usualLevel({ severity: severityByTier(rule.severity, rank) }, setting);
  if (!rule.byTier) return { worst: rule.on === 'failure-domain' ? level(1) : usual, mildest: usual };
  const ranks = services.filter((service) => selects(select, service)).map(({ rank }) => rank);
  const isFirst = ranks.length === 0 || ranks.some((rank) => rank === undefined || rank === 1);
  const isLast = ranks.length === 0 || ranks.some((rank) => rank !== undefined && rank > 2);
  const isOnlyLast = ranks.length > 0 && ranks.every((rank) => rank !== undefined && rank > 2);
  return { worst: isFirst ? level(1) : isOnlyLast ? level(3) : usual, mildest: isLast ? level(3) : usual };
}
