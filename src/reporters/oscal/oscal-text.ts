import { clean } from '../clean.js';
import { markdownText } from '../markdown-text.js';

/** Stands where an inventory has nothing that could be shown: no title of the format may be empty. */
const nothing = 'unnamed';

/**
 * Text for a title, a description, a statement or remarks, which readers of the format take for Markdown of one line: it
 * shows as it is. A circumflex begins a superscript there, and nowhere else.
 */
export function oscalText(text: string): string {
  return markdownText(text).replaceAll('^', '\\^') || nothing;
}

/** Several of them as a list, one below the other. */
export function oscalLines(lines: readonly string[]): string {
  return lines.map((line) => (lines.length === 1 ? oscalText(line) : `- ${oscalText(line)}`)).join('\n');
}

/** Text for a value that is no markup: on one line, without blanks at either end, never empty. */
export function oscalValue(text: string): string {
  return clean(text).trim() || nothing;
}
