import { escapeActive } from './escape-active.js';
import { keyRank } from './json-key-order.js';
import type { Reporter } from './reporter.js';

/** Where the schema of the report is published. */
export const reportSchemaId = 'urn:firebreak:report:v1';

/**
 * The whole report. Keys stand in the order of the published schema whatever the order in which the report
 * was put together, and no character in it can act on a terminal or a log.
 */
export const json: Reporter = (report) =>
  `${escapeActive(JSON.stringify({ $schema: reportSchemaId, ...report }, keysInOrder, 2))}\n`;

/** A replacer for `JSON.stringify`. */
export function keysInOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => keyRank(a) - keyRank(b) || (a < b ? -1 : 1)));
}
