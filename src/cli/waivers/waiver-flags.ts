import type { InventoryFlags } from '../flags.js';

/** Flags of the commands about waivers; each takes some of them. */
export interface WaiverFlags extends InventoryFlags {
  readonly now?: string;
  readonly format?: 'pretty' | 'json' | 'ics';
  /** Seconds. */
  readonly expiring?: number;
  readonly until?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly approvedBy?: string;
  readonly ticket?: string;
  readonly id?: string;
  readonly file?: string;
}
