import type { SourceLimits } from './source-limits.js';
import type { SourceText } from './source-text.js';

/** The texts behind the documents, kept to find lines and columns for what is shown. By file path. */
export interface Sources {
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly limits: SourceLimits;
}
