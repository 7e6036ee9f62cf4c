import type { InventoryFlags } from '../flags.js';
import type { Measured } from './measured.js';

/** Flags of the commands about drills; each takes some of them. */
export interface DrillFlags extends InventoryFlags {
  readonly now?: string;
  readonly format?: 'pretty' | 'json';
  readonly file?: string;
  readonly date?: string;
  readonly kind?: string;
  /** Ids of failure domains and services. */
  readonly lose?: readonly string[];
  readonly measured?: readonly Measured[];
  readonly result?: string;
  readonly evidence?: string;
  /** false: `--no-digests`. */
  readonly digests?: boolean;
  readonly dryRun?: boolean;
}
