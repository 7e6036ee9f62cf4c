import type { Gap, Report, ReportLimitation } from '../report/report.js';
import { labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { plural } from './plural.js';
import { gapText, limitationText, readinessText } from './result-text.js';
import type { StyledLine } from './styled-line.js';

/** More fields than these are counted unless the output is verbose. */
const mostGaps = 5;
/** Of those that leave out a field, so many are named. */
const mostNames = 3;
/** More statements than these of what the model leaves out are counted unless the output is verbose. */
const mostLimitations = 3;

/** How many promises hold, and what nobody can know until somebody fills it in. */
export function readinessLines(report: Report, layout: Layout): readonly StyledLine[] {
  const { gaps, limitations, summary } = report;
  return [
    ...labelledRow('ready', readinessText(summary.promises), layout.width, 'strong'),
    ...labelledRows('unknown', gapTexts(gaps, layout.verbose), layout.width),
    ...labelledRows('limits', limitationTexts(limitations, layout.verbose), layout.width),
  ];
}

function gapTexts(gaps: readonly Gap[], all: boolean): readonly string[] {
  const shown = all ? gaps : gaps.slice(0, mostGaps);
  const more = gaps.length - shown.length;
  return [
    ...shown.map((gap) => gapText(gap, all ? gap.subjects.length : mostNames)),
    ...(more === 0 ? [] : [`and ${plural(more, 'more field')} (-v lists them)`]),
  ];
}

/** What the inventory says it cannot say: in full only when asked, but never silent. */
function limitationTexts(limitations: readonly ReportLimitation[], all: boolean): readonly string[] {
  const texts = limitations.map(limitationText);
  if (all || texts.length <= mostLimitations) return texts;
  const more = texts.length - mostLimitations;
  return [...texts.slice(0, mostLimitations), `and ${plural(more, 'more limitation')} of the model (-v lists them)`];
}
