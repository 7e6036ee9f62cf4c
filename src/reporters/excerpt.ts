import { columnsOf, graphemesOf } from './columns.js';
import type { ReportLocation } from '../report/report.js';
import { cleanKeepingTabs } from './clean.js';

const tabStop = 4;

/** A source line made ready for a frame, with the columns that are marked in it. */
export interface Excerpt {
  readonly text: string;
  /** Columns in front of the mark. */
  readonly before: number;
  /** Columns under which the mark runs, at least 1. */
  readonly marked: number;
}

/**
 * The start line of a location, cut to `width` columns around what is marked. Columns are those of the
 * terminal: a tab runs to its stop, a wide character takes two, a control character is not there at all.
 */
export function excerptOf(location: ReportLocation, width: number, cut: string): Excerpt {
  const { excerpt, start, end } = location;
  const from = start.column - 1;
  const to = end.line === start.line ? Math.max(from, end.column - 1) : excerpt.trimEnd().length;
  const head = expandTabs(cleanKeepingTabs(excerpt.slice(0, from)), 0);
  const before = columnsOf(head);
  const middle = expandTabs(cleanKeepingTabs(excerpt.slice(from, to)), before);
  const marked = Math.max(1, columnsOf(middle));
  const tail = expandTabs(cleanKeepingTabs(excerpt.slice(to)), before + columnsOf(middle)).trimEnd();
  const text = head + middle + tail;
  return columnsOf(text) <= width ? { text, before, marked } : cutAround({ text, before, marked }, width, cut);
}

function expandTabs(text: string, column: number): string {
  if (!text.includes('\t')) return text;
  let result = '';
  for (const part of text.split(/(\t)/)) {
    result += part === '\t' ? ' '.repeat(tabStop - ((column + columnsOf(result)) % tabStop)) : part;
  }
  return result;
}

/** Keeps the window of the line in which the mark begins, a third of the width in front of it. */
function cutAround({ text, before, marked }: Excerpt, width: number, cut: string): Excerpt {
  const room = Math.max(1, width - 2 * cut.length);
  const first = before + marked <= width - cut.length ? 0 : Math.max(0, before - Math.floor(room / 3));
  let column = 0;
  let kept = '';
  let skipped = 0;
  for (const grapheme of graphemesOf(text)) {
    const columns = columnsOf(grapheme);
    if (column < first) skipped += columns;
    else if (column + columns - skipped <= room) kept += grapheme;
    else break;
    column += columns;
  }
  const lead = skipped === 0 ? '' : cut;
  const shown = before - skipped + lead.length;
  const whole = column >= columnsOf(text);
  return {
    text: lead + kept + (whole ? '' : cut),
    before: shown,
    marked: Math.max(1, Math.min(marked, lead.length + columnsOf(kept) - shown)),
  };
}
