import { keyRank } from './json-key-order.js';
import type { Reporter } from './reporter.js';

/** Where the schema of the report is published. */
export const reportSchemaId = 'urn:firebreak:report:v1';

/**
 * The whole report. Keys stand in the order of the published schema whatever the order in which the report
 * was put together, and no character in it can act on a terminal or a log.
 */
export const json: Reporter = (report) =>
  `${JSON.stringify({ $schema: reportSchemaId, ...report }, inOrder, 2).replace(active, escape)}\n`;

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => keyRank(a) - keyRank(b) || (a < b ? -1 : 1)));
}

/** What JSON allows inside a string but a terminal, a reader's eye or a log parser could trip over. */
const active =
  /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]|#(?=#(?:\[|vso\[|teamcity\[))/giu;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
