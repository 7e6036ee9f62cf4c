import type { Position } from '../place.js';

/** A stretch of an input as a report shows it. */
export interface ReportLocation {
  readonly path: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
  readonly label: string;
  /** JSON pointer inside the document. */
  readonly pointer: string;
  /** The text of the start line, without its line end. */
  readonly excerpt: string;
}
