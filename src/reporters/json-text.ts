import { escapeActive } from './escape-active.js';

/** JSON on lines of its own, in which no character can act on a terminal or a log. */
export function jsonText(value: unknown): string {
  return `${escapeActive(JSON.stringify(value, undefined, 2))}\n`;
}
