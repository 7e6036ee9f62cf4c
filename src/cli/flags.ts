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
  readonly pack?: readonly string[];
  readonly maxFindings?: number;
  readonly strict?: boolean;
  /** Says nothing by itself: it implies others. */
  readonly ci?: boolean;
  /** The state to compare with. */
  readonly since?: string;
  /** The state whose settings, waivers and baseline count. */
  readonly policyFrom?: string;
  readonly failOnWeakened?: boolean;
  readonly select?: readonly string[];
  /** false: `--no-waivers`. */
  readonly waivers?: boolean;
  /** A file of waivers that the settings name need not be there: one is about to be written. */
  readonly missingWaivers?: boolean;
  /** Absolute paths of files that are no inventory. */
  readonly leaveOut?: readonly string[];
  readonly showWaived?: boolean;
  /** false: `--no-baseline`. */
  readonly baseline?: string | false;
  readonly now?: string;
  readonly exitZero?: boolean;
  readonly allowEmpty?: boolean;
  readonly stdinFilename?: string;
}

export interface ExplainFlags extends InventoryFlags {
  readonly format?: 'pretty' | 'json' | 'markdown';
  /** For a finding: the day to judge ages by. */
  readonly now?: string;
  /** For a finding: names of packs. */
  readonly pack?: readonly string[];
  /** Ids of failure domains and services. */
  readonly ifLost?: readonly string[];
  /** With `ifLost`: how long that lasts, in seconds. */
  readonly lasts?: number;
  /** With `ifLost`: nothing lost ever comes back. */
  readonly destroys?: boolean;
}

export interface RulesFlags extends InventoryFlags {
  /** true: list the packs. */
  readonly pack?: string | true;
  readonly format: 'pretty' | 'json' | 'markdown';
}
