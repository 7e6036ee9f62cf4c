import { resolve } from 'node:path';
import type { Report } from '../../report/report.js';
import type { DocumentOptions } from '../../reporters/html/document-options.js';
import { reporters } from '../../reporters/index.js';
import { CliError } from '../cli-error.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import { formatRequests } from '../format-request.js';
import { tell } from '../print.js';
import type { ReportFlags } from '../report-flags.js';
import type { ReportSubject } from '../report-subject.js';
import { reproducingCommand } from '../reproducing-command.js';
import { readSavedReport } from '../saved-report.js';
import { isSavedReport } from '../is-saved-report.js';
import { refuseOverwriting } from '../write-outputs.js';
import { writeReports } from '../write-reports.js';

/** Where the document goes if nobody says and stdout is a terminal. */
const usualFile = 'firebreak-report.html';

/**
 * Writes the document for people who were not there. Findings do not fail it: an audit is the gate. A report on an
 * inventory that was not audited does, as nothing in it can be relied on. `given` are the flags that the command line
 * itself names.
 */
export async function report(
  operands: readonly string[],
  flags: ReportFlags,
  given: readonly string[],
): Promise<ExitCode> {
  const cwd = process.cwd();
  const { from, since, lang = 'en', organisation } = flags;
  if (from !== undefined) refuseAuditing(operands, flags, given);
  const format = flags.format ?? [process.stdout.isTTY ? `html=${usualFile}` : 'html'];
  const requests = formatRequests(format, reporters, cwd);
  const {
    report: made,
    surroundings,
    files,
    now,
    commit,
  } = from === undefined ? await auditAnew(operands, flags) : saved(from, flags);
  const earlier = since !== undefined && isSavedReport(since) ? since : undefined;
  refuseOverwriting(requests, [...files, ...(earlier === undefined ? [] : [resolve(earlier)])]);
  const document = {
    lang,
    organisation,
    commit,
    command: reproducingCommand(operands, flags, { now, commit }, cwd),
    since: earlier === undefined ? undefined : await comparedWith(earlier, made),
  };
  const codes = await writeReports(made, requests, flags, { ...surroundings, document });
  if (flags.format === undefined && process.stdout.isTTY && codes.length === 0) tell(`wrote ${usualFile}`);
  return gravest([made.gate.result === 'unaudited' ? exitCodes.input : exitCodes.clean, ...codes]);
}

/** Loaded only here: a report that is there already needs no audit. */
async function auditAnew(operands: readonly string[], flags: ReportFlags): Promise<ReportSubject> {
  const { auditedSubject } = await import('../audited-subject.js');
  return auditedSubject(operands, flags);
}

async function comparedWith(earlier: string, made: Report): Promise<DocumentOptions['since']> {
  const { sinceReport } = await import('../since-report.js');
  return sinceReport(earlier, made);
}

/** Nobody knows where the folders of a saved report are, so its paths stay as they are. */
function saved(from: string, { commit }: ReportFlags): ReportSubject {
  return {
    report: readSavedReport(from),
    surroundings: { showPath: (path) => path, same: { named: undefined, settings: [], baseline: [] } },
    files: from === '-' ? [] : [resolve(from)],
    now: undefined,
    commit,
  };
}

function refuseAuditing(operands: readonly string[], { since }: ReportFlags, given: readonly string[]): void {
  const commit = since === undefined || isSavedReport(since) ? [] : [`--since ${since}`];
  const [first] = [...(operands.length > 0 ? ['paths'] : []), ...given, ...commit];
  if (first === undefined) return;
  throw new CliError(exitCodes.usage, `--from renders a report that is there already, so it goes without ${first}`, [
    commit.length > 0 ? '--since also takes a saved report' : 'leave --from out to audit anew',
  ]);
}
