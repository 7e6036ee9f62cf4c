import type { ReporterOptions } from './reporter.js';
import { signsFor, type Signs } from './signs.js';

/** A reporter's options together with what follows from them. */
export interface Layout extends ReporterOptions {
  readonly signs: Signs;
}

export function layoutFor(options: ReporterOptions): Layout {
  return { ...options, signs: signsFor(options) };
}
