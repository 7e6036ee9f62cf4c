import type { Severity } from '../finding.js';
import type { Report } from '../report/report.js';
import type { DocumentOptions } from './html/document-options.js';
import type { Paint } from './paint.js';
import type { RuleText } from './rule-text.js';
import type { SameInventory } from './same-inventory.js';

/**
 * What the terminal and the user ask of a text format; machine formats read none of that. And what a report does not
 * hold but some machine formats want to say.
 */
export interface ReporterOptions {
  /** Columns a line may take. */
  readonly width: number;
  readonly paint: Paint;
  /** Box drawing and signs beyond ASCII may be used. */
  readonly unicode: boolean;
  /** Milder findings are left out of text formats and counted. The gate does not look at this. */
  readonly minSeverity: Severity;
  /** Findings and the final line only. */
  readonly quiet: boolean;
  /** Nothing is cut short. */
  readonly verbose: boolean;
  /** What is waived or in the baseline is shown in full, too, and not only counted. */
  readonly showWaived?: boolean;
  /** The path to print for a path of the report. */
  readonly showPath: (path: string) => string;
  /** What the catalogue says about a rule; undefined: it is not, or no longer, in there. */
  readonly ruleText?: (id: string) => RuleText | undefined;
  /** The text of an input by its path, where it is at hand. */
  readonly sourceText?: (path: string) => string | undefined;
  /** What a document says besides the report. */
  readonly document?: DocumentOptions;
  /** What was named to be read, for commands that a text suggests; undefined: nothing, so that the usual was read. */
  readonly same?: SameInventory;
  /** Bytes that a format with a limit may still use of it. */
  readonly room?: number;
}

/** Renders a report, with the final line end. Pure: same report and options, same text. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
