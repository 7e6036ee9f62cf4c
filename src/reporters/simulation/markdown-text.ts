import { clean } from '../clean.js';

/** Text that Markdown shows as it is: nothing in it makes a link, an image, HTML, emphasis or a table cell. */
export function markdownText(text: string): string {
  return clean(text).replace(/[\\`*_{}[\]<>#|~@!&]/g, (sign) => `\\${sign}`);
}

/** Text as code, with a fence that it cannot close. */
export function markdownCode(text: string): string {
  const plain = clean(text);
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${plain}${fence}` : `${fence} ${plain} ${fence}`;
}

/** A GitHub table. Cells are Markdown already; a bar in one would begin another. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
