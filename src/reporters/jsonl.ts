import { escapeActive } from './escape-active.js';
import { inKeyOrder } from './in-key-order.js';
import type { Reporter } from './reporter.js';

/** A line for each finding with the fields that the report has for it, or for each problem of an input that could not be audited. */
export const jsonl: Reporter = ({ findings, diagnostics }) =>
  [
    ...diagnostics.map((problem) => ({ record: 'problem', ...problem })),
    ...findings.map((finding) => ({ record: 'finding', ...finding })),
  ]
    .map((record) => `${escapeActive(JSON.stringify(inKeyOrder(record)))}\n`)
    .join('');
