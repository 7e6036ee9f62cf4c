import { atLeast } from '../finding.js';
import type { Report } from '../report/report.js';
import { acceptedText, openFindings } from './acceptance.js';
import { changeParts } from './change-text.js';
import { commandRows, labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { nextCommands } from './next-commands.js';
import { policyTexts } from './policy-text.js';
import { readinessLines } from './readiness-lines.js';
import { countsOf, countsText, gateText, scopeText, unauditedText } from './result-text.js';
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
    ...labelledRow('checked', scopeText(report), layout.width),
    ...labelledRows('policy', policyTexts(report), layout.width),
    ...changeLines(report, layout),
    ...gate,
    ...commandRows('next', nextCommands(report, layout.same)),
  ];
}

/** More of each than these are counted unless the output is verbose. */
const mostChanges = 6;
const mostChanged = 4;

function changeLines(report: Report, { width, verbose, showPath }: Layout): readonly StyledLine[] {
  const limits = verbose ? { lines: Infinity, names: Infinity } : { lines: mostChanges, names: mostChanged };
  return changeParts(report, { ...limits, showPath }).flatMap(({ label, texts }) => labelledRows(label, texts, width));
}

/** What stands at the top of a long output again, because a terminal shows its end. */
function worstMessages(report: Report): readonly string[] {
  const findings = openFindings(report);
  if (findings.length <= repeatedFrom) return [];
  return findings
    .filter(({ severity }) => atLeast(severity, 'high'))
    .slice(0, mostWorst)
    .map(({ message }) => message);
}

/** For an inventory that could not be audited. */
export function unauditedLines(report: Report, layout: Layout): readonly StyledLine[] {
  return [
    [piece('bad', `${layout.signs.failed} ${unauditedText(report)}`)],
    ...labelledRow('gate', gateText(report), layout.width),
  ];
}

function tallyLines(report: Report, layout: Layout): readonly StyledLine[] {
  const { gate } = report;
  const findings = openFindings(report);
  const { signs, width, minSeverity } = layout;
  const failed = gate.result !== 'pass';
  const hidden = findings.filter(({ severity }) => !atLeast(severity, minSeverity)).length;
  const notes = [acceptedText(report), hidden === 0 ? undefined : `${hidden} below ${minSeverity} not shown`];
  const told = notes.filter((one) => one !== undefined).join('; ');
  const note = told === '' ? '' : ` (${told})`;
  const lines = wrap(`${failed ? signs.failed : signs.passed} ${countsText(countsOf(findings))}${note}`, width);
  return lines.map((line) => [piece(failed ? 'bad' : 'good', line)]);
}
