import { resolve } from 'node:path';
import { reporters } from '../../reporters/index.js';
import { CliError } from '../cli-error.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import { formatRequests } from '../format-request.js';
import { readSavedReport } from '../saved-report.js';
import { refuseOverwriting } from '../write-outputs.js';
import { writeReports, type ShowFlags } from '../write-reports.js';

export interface ReportFlags extends ShowFlags {
  readonly format?: readonly string[];
  /** A saved report, or `-`. */
  readonly from?: string;
}

/**
 * Renders a saved report in other formats. Findings do not fail it: the audit that wrote the report was the gate. A report
 * on an inventory that was not audited does, as nothing in it can be relied on.
 */
export async function report(flags: ReportFlags): Promise<ExitCode> {
  const { from, format = ['markdown'] } = flags;
  if (from === undefined)
    throw new CliError(exitCodes.usage, 'report takes a saved report', [
      'firebreak audit --format json=report.json',
      'firebreak report --from report.json --format markdown',
    ]);
  const requests = formatRequests(format, reporters, process.cwd());
  const saved = readSavedReport(from);
  refuseOverwriting(requests, from === '-' ? [] : [resolve(from)]);
  // Nobody knows where the folders of a saved report are, so its paths stay as they are.
  const codes = await writeReports(saved, requests, flags, { showPath: (path) => path });
  return gravest([saved.gate.result === 'unaudited' ? exitCodes.input : exitCodes.clean, ...codes]);
}
