import type { Paint } from '../../reporters/paint.js';
import { labelledRow, labelledRows } from '../../reporters/labelled-row.js';
import { piece, renderLines, type StyledLine } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import type { RuleOption } from '../../rules/rule-option.js';
import type { Rule } from '../../rules/rule.js';
import type { Terminal } from '../terminal.js';
import { optionText, writtenOption } from './option-text.js';
import { severityOverTiers } from './rule-severity.js';

/** The page of one rule. */
export function rulePage(rule: Rule, { width, paint }: Terminal & { readonly paint: Paint }): string {
  const { id, severity, group, summary, why, fix, references, controls, supersedes, options, avoid, prefer } = rule;
  const overTiers = severityOverTiers(rule);
  const sections = [
    [[piece('rule', id), piece('plain', '  '), piece(severity, severity), piece('dim', `  ${group}`)]],
    wrap(`${summary}.`, width).map((line) => [piece('strong', line)]),
    labelledRow('why', why, width),
    labelledRow('fix', fix, width),
    overTiers === undefined ? [] : labelledRow('counts', overTiers, width),
    labelledRows('option', options.map(optionText), width),
    options.length === 0 ? [] : labelledRow('set', settingExample(rule), width),
    labelledRows(
      'see',
      references.map(({ title, url }) => (url === undefined ? title : `${title}: ${url}`)),
      width,
    ),
    labelledRows('control', controls, width),
    supersedes.length === 0 ? [] : labelledRow('folds', supersedes.join(', '), width),
    avoid === '' ? [] : example(options.some(isOff) ? 'avoid, with that setting' : 'avoid', avoid),
    prefer === '' ? [] : example('prefer', prefer),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => renderLines(lines, paint))
    .join('\n');
}

/** What the settings say for the options; with it the examples are what they are called. */
function settingExample({ id, options }: Rule): string {
  const set = options.map((option) => `${option.name}: ${writtenOption(option.default ?? option.example)}`);
  return `rules: { ${id}: { options: { ${set.join(', ')} } } }`;
}

function isOff(option: RuleOption<unknown>): boolean {
  return option.default === undefined;
}

/** Never wrapped, so that it can be copied. */
function example(label: string, text: string): readonly StyledLine[] {
  const lines = text.trim().split('\n');
  return [[piece('dim', `  ${label}`)], ...lines.map((line): StyledLine => [piece('plain', `    ${line}`)])];
}
