import { groups, type Group, type Rule } from '../../rules/rule.js';
import type { RuleOption } from '../../rules/rule-option.js';
import { writtenOption } from './option-text.js';
import { severityOverTiers } from './rule-severity.js';

/** The catalogue as a page: what there is by group, then every rule. */
export function markdownCatalogue(rules: readonly Rule[]): string {
  const byGroup = groups
    .map((group) => ({ group, members: rules.filter((rule) => rule.group === group) }))
    .filter(({ members }) => members.length > 0);
  const contents = byGroup.map(({ group, members }) => tableOf(group, members)).join('\n');
  return `# Rules\n\n${contents}\n${rules.map(markdownRule).join('\n')}`;
}

function tableOf(group: Group, members: readonly Rule[]): string {
  const rows = members.map(({ id, severity, summary }) => `| [${id}](#${id}) | ${severity} | ${cell(summary)} |\n`);
  return `**${group}**\n\n| rule | severity | finds |\n| --- | --- | --- |\n${rows.join('')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function markdownRule(rule: Rule): string {
  const { id, group, summary, why, fix, references, controls, supersedes, options } = rule;
  return [
    `## ${id}\n\n${summary}.\n`,
    `Severity: ${severityOverTiers(rule) ?? rule.severity}. Group: ${group}.\n`,
    `**Why.** ${why}\n`,
    `**Fix.** ${fix}\n`,
    ...(options.length === 0 ? [] : [`**Options.**\n\n${options.map(markdownOption).join('')}`]),
    ...examples(rule),
    ...listed(
      'References',
      references.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`)),
    ),
    ...listed('Controls', controls),
    ...listed('Folds findings of', supersedes),
  ].join('\n');
}

function markdownOption({ name, summary, default: value, source, basis }: RuleOption<unknown>): string {
  const standing = value === undefined ? 'Not set by default' : `Default \`${writtenOption(value)}\``;
  return `- \`${name}\`: ${summary}. ${standing} (${source}: ${basis}).\n`;
}

function examples({ options, avoid, prefer }: Rule): readonly string[] {
  // Rules of a team have fixtures instead.
  if (avoid === '') return [];
  const set = options.filter((option) => option.default === undefined);
  const shown = set.map(({ name, example }) => `${name}: ${writtenOption(example)}`).join(', ');
  const condition = set.length === 0 ? '' : ` With \`options: { ${shown} }\`:`;
  return [`**Avoid.**${condition}\n\n${block(avoid)}`, `**Prefer.**\n\n${block(prefer)}`];
}

function block(text: string): string {
  return `\`\`\`yaml\n${text.trim()}\n\`\`\`\n`;
}

function listed(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`**${title}.** ${entries.join('; ')}\n`];
}

/** One rule as a document of its own. */
export function markdownRulePage(rule: Rule): string {
  return markdownRule(rule).replace(/^## /, '# ');
}

/** One rule for programs. */
export function jsonRule(rule: Rule): string {
  return `${JSON.stringify(ruleText(rule), undefined, 2)}\n`;
}

/** The catalogue for programs. */
export function jsonCatalogue(rules: readonly Rule[]): string {
  return `${JSON.stringify(rules.map(ruleText), undefined, 2)}\n`;
}

/** All but what only runs: the functions are left out, the options are JSON Schemas. */
function ruleText({ id, group, severity, on, summary, why, fix, ...rule }: Rule): object {
  const { references, controls, supersedes, waivable, byTier, avoid, prefer } = rule;
  const options = rule.options.map(({ name, schema, summary: sets, default: value, example, source, basis }) => ({
    name,
    summary: sets,
    default: value,
    example,
    source,
    basis,
    schema,
  }));
  const shown = { avoid: avoid.trim(), prefer: prefer.trim() };
  const judged = { references, controls, supersedes, waivable, byTier, options };
  return { id, group, severity, on, summary, why, fix, ...judged, ...shown };
}
