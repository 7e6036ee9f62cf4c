import type { Gap, PromiseCount, Report } from '../report/report.js';
import { labelledRow, labelledRows } from './labelled-row.js';
import type { Layout } from './layout.js';
import { plural } from './plural.js';
import type { StyledLine } from './styled-line.js';

/** More fields than these are counted unless the output is verbose. */
const mostGaps = 5;
/** Services named beside a field. */
const mostNames = 3;

/** How many promises hold, and what nobody can know until somebody fills it in. */
export function readinessLines(report: Report, layout: Layout): readonly StyledLine[] {
  const { gaps, summary } = report;
  return [
    ...labelledRow('ready', readinessText(summary.promises), layout.width, 'strong'),
    ...labelledRows('unknown', gapTexts(gaps, layout.verbose), layout.width),
  ];
}

function readinessText({ total, kept, broken, unknown, proven }: PromiseCount): string {
  if (total === 0) return 'no promises: no service states a recovery objective';
  return `${plural(total, 'promise')}: ${kept} kept, ${broken} broken, ${unknown} unknown; ${proven} proven`;
}

function gapTexts(gaps: readonly Gap[], all: boolean): readonly string[] {
  const shown = all ? gaps : gaps.slice(0, mostGaps);
  const more = gaps.length - shown.length;
  return [
    ...shown.map(({ field, subjects, promises, checks }) => {
      const names =
        subjects.length > mostNames && !all
          ? [...subjects.slice(0, mostNames), `+${subjects.length - mostNames} more`]
          : subjects;
      const counts = [
        ...(promises === 0 ? [] : [plural(promises, 'promise')]),
        ...(checks === 0 ? [] : [plural(checks, 'check')]),
      ];
      return `${counts.join(' and ')} for want of ${field}${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
    }),
    ...(more === 0 ? [] : [`and ${plural(more, 'more field')} (-v lists them)`]),
  ];
}
