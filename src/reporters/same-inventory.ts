/** How another command is told to read what this output is about: words for a shell, already quoted. */
export interface SameInventory {
  /** Paths and settings; undefined where they cannot be named again, as what came from stdin or is a saved report. */
  readonly named: readonly string[] | undefined;
  /** For commands that take no paths: the settings in force, where these depend on the command line. */
  readonly settings: readonly string[];
  /** The baseline, where the command line names it. */
  readonly baseline: readonly string[];
}

/** What is read where nothing is named. */
export const usualInventory: SameInventory = { named: [], settings: [], baseline: [] };
