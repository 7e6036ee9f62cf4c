import type { Report } from '../report/report.js';
import { escapeActive } from './escape-active.js';
import { inKeyOrder } from './in-key-order.js';

/** Where the schema of the report is published. */
export const reportSchemaId = 'urn:firebreak:report:v1';

/** Characters in a piece, about: few writes, and little of a large report in memory at a time. */
const pieceLength = 65_536;

/** The whole report as JSON, indented by two, in pieces: that of a large company is longer than a string may be. */
export function* jsonPieces(report: Report): Generator<string> {
  let piece = '';
  let before = '{';
  for (const [key, value] of Object.entries(inKeyOrder({ $schema: reportSchemaId, ...report }, 1))) {
    if (value === undefined) continue;
    piece += `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (!Array.isArray(value) || value.length === 0) {
      piece += indented(value, '  ');
      continue;
    }
    let open = '[';
    for (const item of value) {
      piece += `${open}\n    ${indented(item, '    ')}`;
      open = ',';
      if (piece.length < pieceLength) continue;
      yield escapeActive(piece);
      piece = '';
    }
    piece += '\n  ]';
  }
  yield `${escapeActive(piece)}\n}\n`;
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(inKeyOrder(value), undefined, 2).replaceAll('\n', `\n${indent}`);
}
