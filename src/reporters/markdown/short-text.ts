import { markdownCode, markdownProse, markdownText } from '../markdown-text.js';
import { shortened } from '../shortened.js';

/** Longer than anything that somebody would write in one place; one text must not fill the document. */
const longest = 2_000;

export function shortText(text: string): string {
  return markdownText(shortened(text, longest));
}

/** A sentence of a rule or a problem. */
export function shortProse(text: string): string {
  return markdownProse(shortened(text, longest));
}

export function shortCode(text: string): string {
  return markdownCode(shortened(text, longest));
}

/** Ids as code, with commas between; beyond `most` they are counted. */
export function shortIds(ids: readonly string[], most: number): string {
  const more = ids.length - most;
  return ids.slice(0, most).map(shortCode).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
