import { resolve } from 'node:path';
import { audit as auditFiles } from '../../audit.js';
import type { Report } from '../../report/report.js';
import { reporters } from '../../reporters/index.js';
import { checkedOutCommit } from '../checked-out-commit.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import type { AuditFlags } from '../flags.js';
import { formatRequests } from '../format-request.js';
import { prepareAudit } from '../prepare-audit.js';
import { tell } from '../print.js';
import type { ReportFlags } from '../report-flags.js';
import { reproducingCommand } from '../reproducing-command.js';
import { readSavedReport } from '../saved-report.js';
import { pathsAsSeenFrom } from '../shown-path.js';
import { isSavedReport, sinceReport } from '../since-report.js';
import { sourceTexts } from '../source-texts.js';
import { refuseOverwriting } from '../write-outputs.js';
import { writeReports, type Surroundings } from '../write-reports.js';

/** Where the document goes if nobody says and stdout is a terminal. */
const usualFile = 'firebreak-report.html';

interface Subject {
  readonly report: Report;
  readonly surroundings: Surroundings;
  /** Absolute paths of what it was made from. */
  readonly files: readonly string[];
  readonly now: string | undefined;
  readonly commit: string | undefined;
}

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
  } = from === undefined ? audited(operands, flags) : saved(from, flags);
  const earlier = since !== undefined && isSavedReport(since) ? since : undefined;
  refuseOverwriting(requests, [...files, ...(earlier === undefined ? [] : [resolve(earlier)])]);
  const document = {
    lang,
    organisation,
    commit,
    command: reproducingCommand(operands, flags, { now, commit }, cwd),
    since: earlier === undefined ? undefined : sinceReport(earlier, made),
  };
  const codes = await writeReports(made, requests, flags, { ...surroundings, document });
  if (flags.format === undefined && process.stdout.isTTY && codes.length === 0) tell(`wrote ${usualFile}`);
  return gravest([made.gate.result === 'unaudited' ? exitCodes.input : exitCodes.clean, ...codes]);
}

function audited(operands: readonly string[], flags: ReportFlags): Subject {
  const cwd = process.cwd();
  const { settings, inputs, options, policyFiles, texts } = prepareAudit(operands, ofAudit(flags));
  const { sources, files, root, lookedInVain } = inputs;
  if (lookedInVain !== undefined) throw noInventory(lookedInVain);
  const made = auditFiles(sources, { ...options, detail: true });
  if (made.run.selected === 0)
    throw new CliError(exitCodes.usage, `--select ${made.run.select ?? ''}: there is no such service`);
  return {
    report: made,
    surroundings: {
      showPath: pathsAsSeenFrom(cwd, root),
      sourceText: sourceTexts(texts),
      ownRules: settings.ownRules.rules,
    },
    files: [...files, ...policyFiles],
    now: made.run.now,
    commit: flags.commit ?? checkedOutCommit(cwd),
  };
}

/** A saved report is nothing that an audit could compare with. */
function ofAudit(flags: ReportFlags): AuditFlags {
  const { since, ...rest } = flags;
  return since === undefined || isSavedReport(since) ? rest : { ...rest, since };
}

/** Nobody knows where the folders of a saved report are, so its paths stay as they are. */
function saved(from: string, { commit }: ReportFlags): Subject {
  return {
    report: readSavedReport(from),
    surroundings: { showPath: (path) => path },
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
