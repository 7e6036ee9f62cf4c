import { columnsOf } from './columns.js';
import type { ReportLocation } from '../report/report.js';
import { clean } from './clean.js';
import { excerptOf } from './excerpt.js';
import { groupBy } from './group-by.js';
import type { Layout } from './layout.js';
import type { Style } from './paint.js';
import { plural } from './plural.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

/** More places than these are counted unless the output is verbose. */
const mostPlaces = 4;

/**
 * Source lines with what matters marked in them: `^` under the first location, `-` under its witnesses.
 * Locations of one file stand in one frame in the order of its lines; the file of the first comes first.
 */
export function codeFrame(locations: readonly ReportLocation[], style: Style, layout: Layout): readonly StyledLine[] {
  const distinct = withoutRepeats(locations);
  const shown = layout.verbose ? distinct : distinct.slice(0, mostPlaces);
  const gutter = Math.max(3, ...shown.map(({ start }) => String(start.line).length)) + 1;
  const frame: Frame = { gutter, room: Math.max(20, layout.width - gutter - 3), primary: shown[0], style, layout };
  const more = distinct.length - shown.length;
  return [
    ...[...groupBy(shown, ({ path }) => path).values()].flatMap((group) => fileFrame(group, frame)),
    ...(more === 0
      ? []
      : [[piece('dim', `${' '.repeat(gutter + 1)}${layout.signs.cut} and ${plural(more, 'more place')}`)]]),
  ];
}

interface Frame {
  readonly gutter: number;
  /** Columns to the right of the bar. */
  readonly room: number;
  readonly primary: ReportLocation | undefined;
  readonly style: Style;
  readonly layout: Layout;
}

function withoutRepeats(locations: readonly ReportLocation[]): readonly ReportLocation[] {
  const key = ({ path, start, end, label }: ReportLocation): string =>
    [path, start.line, start.column, end.line, end.column, label].join('\n');
  return [...new Map(locations.map((location) => [key(location), location])).values()];
}

function fileFrame(group: readonly ReportLocation[], frame: Frame): readonly StyledLine[] {
  const { signs, showPath } = frame.layout;
  const [lead] = group;
  if (lead === undefined) return [];
  const heading = [
    piece('dim', `${' '.repeat(frame.gutter + 1)}${signs.corner} `),
    piece('path', `${showPath(lead.path)}:${lead.start.line}:${lead.start.column}`),
  ];
  const byLine = groupBy(
    group.toSorted((a, b) => a.start.line - b.start.line || a.start.column - b.start.column),
    ({ start }) => start.line,
  );
  return [heading, ...[...byLine.values()].flatMap((onLine) => lineFrame(onLine, frame))];
}

/** A source line once, and a line of marks for each location on it. */
function lineFrame(onLine: readonly ReportLocation[], frame: Frame): readonly StyledLine[] {
  const { bar, cut } = frame.layout.signs;
  let printed: string | undefined;
  return onLine.flatMap((location) => {
    const excerpt = excerptOf(location, frame.room, cut);
    const source = [
      piece('dim', `${String(location.start.line).padStart(frame.gutter)} ${bar} `),
      piece('plain', excerpt.text),
    ];
    const marks = markLines(location, excerpt.before, excerpt.marked, frame);
    const again = excerpt.text === printed;
    printed = excerpt.text;
    return again ? marks : [source, ...marks];
  });
}

function markLines(location: ReportLocation, before: number, marked: number, frame: Frame): readonly StyledLine[] {
  const primary = location === frame.primary;
  const style = primary ? frame.style : 'witness';
  const margin = piece('dim', `${' '.repeat(frame.gutter)} ${frame.layout.signs.bar} `);
  const mark = ' '.repeat(before) + (primary ? '^' : '-').repeat(marked);
  const label = clean(location.label);
  if (label === '') return [[margin, piece(style, mark)]];
  if (mark.length + 1 + columnsOf(label) <= frame.room) return [[margin, piece(style, `${mark} ${label}`)]];
  const indent = Math.max(0, Math.min(before, frame.room - 40));
  const below = wrap(label, frame.room - indent).map((text) => [margin, piece(style, ' '.repeat(indent) + text)]);
  return [[margin, piece(style, mark)], ...below];
}
