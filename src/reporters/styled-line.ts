import { clean } from './clean.js';
import type { Paint, Style } from './paint.js';

export interface Piece {
  readonly style: Style;
  readonly text: string;
}

/** One line of output, not yet painted. */
export type StyledLine = readonly Piece[];

/** A piece of a line. Whatever text it is given, it comes out safe to print. */
export function piece(style: Style, text: string): Piece {
  return { style, text: clean(text) };
}

/** A line that begins with `::`, after any spaces, is a command to GitHub's runner. */
const workflowCommand = /^(\s*):(?=:)/;

/** A plain line that no runner takes for a command. */
export function disarmed(line: string): string {
  return line.replace(workflowCommand, '$1.');
}

/** The one way from styled lines to output: every line is cleaned, disarmed and painted here. */
export function renderLines(lines: readonly StyledLine[], paint: Paint): string {
  return lines.map((line) => `${renderLine(line, paint)}\n`).join('');
}

function renderLine(line: StyledLine, paint: Paint): string {
  const pieces = line.filter(({ text }) => text !== '');
  const plain = pieces.map(({ text }) => text).join('');
  if (workflowCommand.test(plain)) return disarmed(plain).trimEnd();
  return withoutTrailingSpace(pieces)
    .map(({ style, text }) => (style === 'plain' ? text : paint(style, text)))
    .join('');
}

function withoutTrailingSpace(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return pieces;
  const text = last.text.trimEnd();
  const rest = pieces.slice(0, -1);
  return text === '' ? withoutTrailingSpace(rest) : [...rest, { ...last, text }];
}
