import type { Rule } from '../../rules/rule.js';
import { rules } from '../../rules/index.js';
import { loadSettings } from '../load-settings.js';

/** The rules of the team that the settings around the working directory name. */
export function ownRulesInForce(config: string | false | undefined): readonly Rule[] {
  const ruleIds = rules.map(({ id }) => id);
  return loadSettings({ config, operands: [], cwd: process.cwd(), ruleIds }).ownRules.rules;
}
