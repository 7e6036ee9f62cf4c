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
  if (lookedInVain !== undefined) return withoutInventory(lookedInVain, flags, options.since);
  refuseOverwriting(requests, [...files, ...policyFiles]);
  const report = auditFiles(sources, { ...options, detail: requests.some(({ format }) => format.detail === true) });
  refuseSelectingNobody(report);
  tellIdleOverrides(report, { settings, inputs, quiet: flags.quiet });
  const codes = await writeReports(report, requests, flags, {
    showPath: pathsAsSeenFrom(cwd, root),
    sourceText: sourceTexts(texts),
    ownRules: settings.ownRules.rules,
    same: sameInventory(operands, flags, settings, cwd),
  });
  return gravest([verdict(report, flags), ...codes]);
}

/** A change that takes the inventory away leaves every promise without an audit: that is not what is allowed. */
function withoutInventory(
  looked: readonly string[],
  { allowEmpty = false }: AuditFlags,
  former: Former | undefined,
): ExitCode {
  const error = noInventory(looked);
  if (!allowEmpty) throw error;
  if (former?.files !== undefined)
    throw new CliError(error.exitCode, `${error.message}; ${former.ref} has one`, [
      'bring it back; --allow-empty is for repositories that never had one',
    ]);
  tell(`${error.message}; --allow-empty lets that pass`);
  return exitCodes.clean;
}

function verdict({ gate }: Report, { exitZero = false }: AuditFlags): ExitCode {
  if (gate.result === 'unaudited') return exitCodes.input;
  return gate.result === 'fail' && !exitZero ? exitCodes.findings : exitCodes.clean;
}
