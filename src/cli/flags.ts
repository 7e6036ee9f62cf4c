import type { Severity } from '../finding.js';
import type { ColorChoice } from './terminal.js';

/** Flags that every command takes. */
export interface CommonFlags {
  /** false: `--no-color`. */
  readonly color?: ColorChoice | false;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Flags of commands that read an inventory. */
export interface InventoryFlags extends CommonFlags {
  /** false: `--no-config`. */
  readonly config?: string | false;
}

export interface AuditFlags extends InventoryFlags {
  readonly format?: readonly string[];
  readonly failOn?: Severity | 'never';
  readonly minSeverity?: Severity;
  readonly rule?: readonly string[];
  readonly skipRule?: readonly string[];
  readonly maxFindings?: number;
  readonly now?: string;
  readonly exitZero?: boolean;
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

export interface ExplainFlags extends InventoryFlags {
  /** Ids of failure domains and services. */
  readonly ifLost?: readonly string[];
}

export interface RulesFlags extends CommonFlags {
  readonly format: 'pretty' | 'json' | 'markdown';
}
