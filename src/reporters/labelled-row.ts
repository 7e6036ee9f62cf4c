import { clean } from './clean.js';
import type { Style } from './paint.js';
import { piece, type StyledLine } from './styled-line.js';
import { wrap } from './wrap.js';

const indent = 2;
const labelWidth = 7;

/** `  why    text`, wrapped, with the text of further lines below the first. */
export function labelledRow(label: string, text: string, width: number, style: Style = 'plain'): readonly StyledLine[] {
  const margin = indent + labelWidth + 1;
  return wrap(clean(text), Math.max(20, width - margin)).map((line, index) => [
    piece('dim', (' '.repeat(indent) + (index === 0 ? label : '')).padEnd(margin)),
    piece(style, line),
  ]);
}

/** Several texts under one label. */
export function labelledRows(label: string, texts: readonly string[], width: number): readonly StyledLine[] {
  return texts.flatMap((text, index) => labelledRow(index === 0 ? label : '', text, width));
}

/** Commands under one label, each on a line of its own however long: broken, it could not be pasted. */
export function commandRows(label: string, commands: readonly string[]): readonly StyledLine[] {
  return commands.flatMap((command, index) => labelledRow(index === 0 ? label : '', command, Infinity));
}
