import { appendItem } from '../editing/append-item.js';
import { entryData, type WaiverEntry } from './waiver-entry.js';

/**
 * The text of a file with one waiver more, at its end. Everything else stays as it was written, comments and layout too.
 * Undefined where the text is not a file of waivers that can be edited; an empty text begins a new one.
 */
export function addWaiver(text: string, entry: WaiverEntry): string | undefined {
  return appendItem(text, { key: 'waivers', item: entryData(entry), onOneLine: ['on', 'hurts'] });
}
