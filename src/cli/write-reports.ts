import { atLeast, type Severity } from '../finding.js';
import type { Report } from '../report/report.js';
import type { ReporterEntry } from '../reporters/index.js';
import { openFindings } from '../reporters/acceptance.js';
import type { DocumentOptions } from '../reporters/html/document-options.js';
import { plural } from '../reporters/plural.js';
import type { ReporterOptions } from '../reporters/reporter.js';
import type { SameInventory } from '../reporters/same-inventory.js';
import { rules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { ExitCode } from './exit-code.js';
import type { CommonFlags } from './flags.js';
import type { FormatRequest } from './format-request.js';
import { tell } from './print.js';
import { writeOutputs } from './write-outputs.js';

/** What is shown of a report. The gate does not look at it. */
export interface ShowFlags extends CommonFlags {
  readonly minSeverity?: Severity;
  /** Show in full what is waived or in the baseline. */
  readonly showWaived?: boolean;
}

/** What goes with a report for those who read it. */
export interface Surroundings {
  /** The path to print for people, for a path of the report. */
  readonly showPath: (path: string) => string;
  /** The text of an input, where the inputs are at hand. */
  readonly sourceText?: (path: string) => string | undefined;
  /** Rules of a team that were audited besides those of the catalogue. */
  readonly ownRules?: readonly Rule[];
  /** What was named to be read. */
  readonly same: SameInventory;
  /** What a document says besides the report. */
  readonly document?: DocumentOptions;
}

/** The most that GitHub shows of the summary of one step. */
const mostOfSummary = 1024 * 1024;

const catalogue = new Map(rules.map((rule) => [rule.id, rule]));

/** Writes a report in every format asked for. */
export function writeReports(
  report: Report,
  requests: readonly FormatRequest<ReporterEntry>[],
  flags: ShowFlags,
  { showPath, sourceText, ownRules = [], same, document }: Surroundings,
): Promise<readonly ExitCode[]> {
  const { minSeverity = 'info', showWaived = false, quiet = false, verbose = false } = flags;
  const { detail: _detail, ...plain } = report;
  if (!quiet && requests.some(({ format }) => format.onlyFindings === true)) tellHidden(report, minSeverity);
  return writeOutputs(requests, flags, async ({ audience, detail, load, loadPieces }, { taken, ...sheet }) => {
    // What one format asks for must not show in another; only a report is saved with all that its document shows.
    const shown = detail === true || document !== undefined ? report : plain;
    if (loadPieces !== undefined) return (await loadPieces())(shown);
    const render = await load();
    const options: ReporterOptions = {
      ...sheet,
      minSeverity,
      showWaived,
      quiet,
      verbose,
      showPath: audience === 'people' ? showPath : (path) => path,
      ruleText: (id) => catalogue.get(id) ?? ownRules.find((rule) => rule.id === id),
      same,
      ...(sourceText === undefined ? {} : { sourceText }),
      ...(document === undefined ? {} : { document }),
      room: mostOfSummary - taken,
    };
    return render(shown, options);
  });
}

/** An output without a line would look like an inventory without a finding. */
function tellHidden(report: Report, minSeverity: Severity): void {
  const hidden = openFindings(report).filter(({ severity }) => !atLeast(severity, minSeverity)).length;
  if (hidden > 0) tell(`${plural(hidden, 'finding')} below ${minSeverity} not shown`);
}
