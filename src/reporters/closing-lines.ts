import { atLeast, severities } from '../finding.js';
import type { Report } from '../report/report.js';
import { labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { nextCommands } from './next-commands.js';
import { readinessLines } from './readiness-lines.js';
import { plural } from './plural.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** Fewer findings are still in sight. */
const repeatedFrom = 3;
const mostWorst = 6;

/** The last word: how much was found, how many promises hold, what the gate makes of it, where to go on. */
export function closingLines(report: Report, layout: Layout): readonly StyledLine[] {
  const tally = tallyLines(report, layout);
  const gate = labelledRow('gate', gateText(report), layout.width);
  if (layout.quiet) return [...tally, ...gate];
  return [
    ...tally,
    ...labelledRows('worst', worstMessages(report), layout.width),
    ...readinessLines(report, layout),
    ...labelledRow('checked', checkedText(report), layout.width),
    ...gate,
    ...labelledRows('next', nextCommands(report), layout.width),
  ];
}

/** What stands at the top of a long output again, because a terminal shows its end. */
function worstMessages({ findings }: Report): readonly string[] {
  if (findings.length <= repeatedFrom) return [];
  return findings
    .filter(({ severity }) => atLeast(severity, 'high'))
    .slice(0, mostWorst)
    .map(({ message }) => message);
}

/** For an inventory that could not be audited. */
export function unauditedLines(report: Report, layout: Layout): readonly StyledLine[] {
  const files = new Set(report.diagnostics.flatMap(({ locations }) => locations.slice(0, 1).map(({ path }) => path)));
  const where = files.size === 0 ? '' : ` in ${plural(files.size, 'file')}`;
  const text = `${plural(report.diagnostics.length, 'problem')}${where}: nothing was audited, no rule ran`;
  return [[piece('bad', `${layout.signs.failed} ${text}`)], ...labelledRow('gate', gateText(report), layout.width)];
}

function tallyLines({ findings, gate, summary }: Report, layout: Layout): readonly StyledLine[] {
  const { signs, width, minSeverity } = layout;
  const failed = gate.result !== 'pass';
  const counts = severities.filter((severity) => summary.findings[severity] > 0);
  const hidden = findings.filter(({ severity }) => !atLeast(severity, minSeverity)).length;
  const text =
    findings.length === 0
      ? 'no findings'
      : `${plural(findings.length, 'finding')}: ${counts.map((severity) => `${summary.findings[severity]} ${severity}`).join(', ')}`;
  const note = hidden === 0 ? '' : ` (${hidden} below ${minSeverity} not shown)`;
  const lines = wrap(`${failed ? signs.failed : signs.passed} ${text}${note}`, width);
  return lines.map((line) => [piece(failed ? 'bad' : 'good', line)]);
}

function checkedText({ summary, rules }: Report): string {
  const { services, locations, domains } = summary;
  const unknown = rules.reduce((sum, rule) => sum + rule.unknown, 0);
  const short = rules.filter((rule) => rule.unknown > 0).length;
  const scope = [
    plural(services, 'service'),
    plural(locations, 'location'),
    plural(domains, 'domain'),
    plural(rules.length, 'rule'),
  ].join(', ');
  return unknown === 0 ? scope : `${scope}; ${plural(unknown, 'check')} of ${plural(short, 'rule')} lacked data`;
}

function gateText({ gate }: Report): string {
  if (gate.result === 'unaudited') return 'an inventory that was not audited never passes';
  const allowed = gate.maxFindings === undefined ? '' : ` --max-findings ${gate.maxFindings}`;
  return `--fail-on ${gate.failOn}${allowed}: ${gate.result === 'pass' ? 'passed' : 'failed'}`;
}
