import type { CountRange, LossRanking } from '../../report/simulation.js';
import { clean } from '../clean.js';
import { columnsOf } from '../columns.js';
import { plural } from '../plural.js';
import { piece, type StyledLine } from '../styled-line.js';
import { wrap } from '../wrap.js';
import type { Layout } from './layout.js';

/** More losses than these are counted unless the output is verbose. */
const mostRows = 30;
const widestName = 36;

/** A table of single losses, the worst first. */
export function rankingLines({ kind, losses }: LossRanking, layout: Layout): readonly StyledLine[] {
  const { say, signs, verbose, width } = layout;
  const shown = verbose ? losses : losses.slice(0, mostRows);
  const more = losses.length - shown.length;
  const rows = shown.map((loss) => ({
    name: clean(loss.domain),
    cells: [loss.kind, ...[loss.beyondRto, loss.down, loss.losingData].map((count) => say(countText(count)))],
  }));
  const head = ['kind', 'beyond RTO', 'down', 'losing data'];
  const sizes = head.map((title, at) =>
    Math.max(title.length, ...rows.map(({ cells }) => columnsOf(clean(cells[at] ?? '')))),
  );
  const names = rows.map(({ name }) => columnsOf(name)).filter((size) => size <= widestName);
  const rest = sizes.reduce((sum, size) => sum + size + 2, 0);
  const longest = Math.max('loss of'.length, ...names);
  const apart = 2 + longest + rest > width;
  const lead = apart ? 2 : 2 + longest;
  const cellText = (cells: readonly string[]): string =>
    cells.map((cell, at) => `  ${pad(clean(cell), sizes[at] ?? 0, at > 0)}`).join('');
  const what =
    kind === null
      ? plural(losses.length, 'failure domain')
      : plural(losses.length, `${clean(kind)}`, `of kind ${clean(kind)}`);
  return [
    ...wrap(
      `Single losses, the worst first: ${what}; services surely hit, or a range where it is not known`,
      width,
    ).map((line) => [piece('strong', line)]),
    [piece('dim', `${pad(apart ? '' : '  loss of', lead, false)}${cellText(head)}`)],
    ...rows.flatMap(({ name, cells }): readonly StyledLine[] =>
      apart || columnsOf(name) > longest
        ? [[piece('strong', `  ${name}`)], [piece('plain', ' '.repeat(lead) + cellText(cells))]]
        : [[piece('strong', `  ${pad(name, longest, false)}`), piece('plain', cellText(cells))]],
    ),
    ...(more === 0
      ? []
      : [[piece('dim', `  ${signs.cut} and ${plural(more, 'more loss', 'more losses')} (-v lists them)`)]]),
  ];
}

/** `3`, or `3–5` where two more may be. */
export function countText({ best, worst }: CountRange): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}

function pad(text: string, columns: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return right ? space + text : text + space;
}
