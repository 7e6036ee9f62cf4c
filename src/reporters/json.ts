import { jsonPieces } from './json-pieces.js';
import type { Reporter } from './reporter.js';

/**
 * The whole report. Keys stand in the order of the published schema whatever the order in which the report
 * was put together, and no character in it can act on a terminal or a log.
 */
export const json: Reporter = (report) => [...jsonPieces(report)].join('');
