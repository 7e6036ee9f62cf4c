import { audit as auditFiles } from '../../audit.js';
import type { Former } from '../../comparison/former.js';
import type { Report } from '../../report/report.js';
import { reporters, type ReporterEntry } from '../../reporters/index.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import type { AuditFlags } from '../flags.js';
import { formatRequests, type FormatRequest } from '../format-request.js';
import { prepareAudit, type PreparedAudit } from '../prepare-audit.js';
import { tell } from '../print.js';
import { refuseSelectingNobody } from '../refuse-selecting-nobody.js';
import { pathsAsSeenFrom } from '../shown-path.js';
import { sameInventory } from '../same-inventory.js';
import { sourceTexts } from '../source-texts.js';
import { tellIdleOverrides } from '../tell-idle-overrides.js';
import { unauditedReport } from '../unaudited-report.js';
import { refuseOverwriting } from '../write-outputs.js';
import { writeReports } from '../write-reports.js';

/** Audits the inventory, writes the reports and says by its exit code whether the gate holds. */
export async function audit(operands: readonly string[], flags: AuditFlags): Promise<ExitCode> {
  const requests = formatRequests(flags.format ?? ['pretty'], reporters, process.cwd());
  return auditPrepared(prepareAudit(operands, flags), requests, { operands, flags, cwd: process.cwd() });
}

/** The same, once everything is read. `cwd` is where the paths that are shown begin. */
export async function auditPrepared(
  { settings, inputs, options, policyFiles, texts }: PreparedAudit,
  requests: readonly FormatRequest<ReporterEntry>[],
  { operands, flags, cwd }: { operands: readonly string[]; flags: AuditFlags; cwd: string },
): Promise<ExitCode> {
  const { sources, files, root, lookedInVain } = inputs;
  const surroundings = {
    showPath: pathsAsSeenFrom(cwd, root),
    sourceText: sourceTexts(texts),
    ownRules: settings.ownRules.rules,
    same: sameInventory(operands, flags, settings, cwd),
  };
  if (lookedInVain !== undefined) {
    const error = withoutInventory(lookedInVain, flags, options.since);
    if (error === undefined) return exitCodes.clean;
    tell(error.message, error.help);
    refuseOverwriting(requests, policyFiles);
    // People have been told already.
    const asked = requests.filter(({ path, format }) => path !== undefined || format.audience === 'programs');
    const written = await writeReports(unauditedReport(options, error), asked, flags, surroundings);
    return gravest([error.exitCode, ...written]);
  }
  refuseOverwriting(requests, [...files, ...policyFiles]);
  const report = auditFiles(sources, { ...options, detail: requests.some(({ format }) => format.detail === true) });
  refuseSelectingNobody(report);
  tellIdleOverrides(report, { settings, inputs, quiet: flags.quiet });
  const codes = await writeReports(report, requests, flags, surroundings);
  return gravest([verdict(report, flags), ...codes]);
}

/**
 * The error, unless that is allowed. A change that takes the inventory away leaves every promise without an audit: that
 * is not what is allowed.
 */
function withoutInventory(
  looked: readonly string[],
  { allowEmpty = false }: AuditFlags,
  former: Former | undefined,
): CliError | undefined {
  const error = noInventory(looked);
  if (!allowEmpty) return error;
  if (former?.files !== undefined)
    return new CliError(error.exitCode, `${error.message}; ${former.ref} has one`, [
      'bring it back; --allow-empty is for repositories that never had one',
    ]);
  tell(`${error.message}; --allow-empty lets that pass`);
  return undefined;
}

function verdict({ gate }: Report, { exitZero = false }: AuditFlags): ExitCode {
  if (gate.result === 'unaudited') return exitCodes.input;
  return gate.result === 'fail' && !exitZero ? exitCodes.findings : exitCodes.clean;
}
