import { clean } from './clean.js';

/**
 * Nothing is seen of it, but it keeps apart what GitHub and GitLab would link on their own, backslash or not: mentions,
 * issues, addresses.
 */
const apart = '&#8203;';

/** Text that Markdown shows as it is: nothing in it makes a link, a mention, an image, HTML, emphasis or a table cell. */
export function markdownText(text: string): string {
  return escaped(clean(text).trim());
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!&$]/g, (sign) => `\\${sign}`)
    .replace(/^(?:[-+]|\d+(?=[.)](?: |$)))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replace(/@(?=\w)|\\#(?=\w)|\\[!~&$](?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, (sign) => sign + apart);
}

/** What our own sentences put between backticks: names of fields, values, what is to be written. */
const quotable = /^[\p{L}\p{N} _.…,:;()[\]{}=<>/@*"'+-]{1,120}$/u;

/**
 * A sentence of a rule or a problem: what stands between backticks is code, as far as it could be ours. Text of an inventory
 * that gets in between them is only text there as well; all else is escaped.
 */
export function markdownProse(text: string): string {
  const parts = clean(text).trim().split('`');
  // An odd number of backticks quotes nothing.
  if (parts.length % 2 === 0) return markdownText(text);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      return quotable.test(part) && part.trim() === part ? `\`${part}\`` : `\\\`${escaped(part)}\\\``;
    })
    .join('');
}

/** Text as code, with a fence that it cannot close. Bars cannot be told reliably from those of a table. */
export function markdownCode(text: string): string {
  const plain = clean(text).trim();
  if (plain === '' || plain.includes('|')) return markdownText(plain);
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${plain}${fence}` : `${fence} ${plain} ${fence}`;
}

/** A GitHub table. Cells are Markdown already; a bar in one would begin another. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownRow(head) + markdownRow(head.map(() => '---')) + rows.map(markdownRow).join('');
}

export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |\n`;
}
