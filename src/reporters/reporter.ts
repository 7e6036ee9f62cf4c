import type { Severity } from '../finding.js';
import type { Report } from '../report/report.js';
import type { Paint } from './paint.js';

/** What the terminal and the user ask of a text format. Machine formats read none of it. */
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
  /** The path to print for a path of the report. */
  readonly showPath: (path: string) => string;
}

/** Renders a report, with the final line end. Pure: same report and options, same text. */
export type Reporter = (report: Report, options: ReporterOptions) => string;
