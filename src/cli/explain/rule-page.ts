import type { Paint } from '../../reporters/paint.js';
import { labelledRow, labelledRows } from '../../reporters/labelled-row.js';
import { piece, renderLines } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import type { Rule } from '../../rules/rule.js';
import type { Terminal } from '../terminal.js';

/** The page of one rule. */
export function rulePage(rule: Rule, { width, paint }: Terminal & { readonly paint: Paint }): string {
  const { id, severity, group, summary, why, fix, references, controls, supersedes } = rule;
  const sections = [
    [[piece('rule', id), piece('plain', '  '), piece(severity, severity), piece('dim', `  ${group}`)]],
    wrap(`${summary}.`, width).map((line) => [piece('strong', line)]),
    labelledRow('why', why, width),
    labelledRow('fix', fix, width),
    labelledRows(
      'see',
      references.map(({ title, url }) => (url === undefined ? title : `${title}: ${url}`)),
      width,
    ),
    labelledRows('control', controls, width),
    supersedes.length === 0 ? [] : labelledRow('folds', supersedes.join(', '), width),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => renderLines(lines, paint))
    .join('\n');
}
