import { loadInventory, type LoadedInventory } from '../../load-inventory.js';
import { reportDiagnostics } from '../../report/report-diagnostics.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { diagnosticLines } from '../diagnostic-lines.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { prepareAudit, type PreparedAudit } from '../prepare-audit.js';
import type { SourceFile } from '../../source/source-file.js';
import { auditFlagsOf } from '../waivers/audit-flags-of.js';
import type { DrillFlags } from './drill-flags.js';

type Readable = Extract<LoadedInventory, { readonly ok: true }>;

/** The inventory with its drills, and all that decides which of them count. An inventory with problems ends the command. */
export function loadDrills(
  operands: readonly string[],
  flags: DrillFlags,
): { readonly prepared: PreparedAudit; readonly loaded: Readable } {
  const prepared = prepareAudit(operands, { ...auditFlagsOf(flags), missingWaivers: true });
  const { lookedInVain, sources } = prepared.inputs;
  if (lookedInVain !== undefined) throw noInventory(lookedInVain);
  return { prepared, loaded: readable(sources, exitCodes.input, 'the inventory has problems') };
}

/** The inventory of these files, or the end with all that is wrong with it. */
export function readable(files: readonly SourceFile[], code: ExitCode, message: string): Readable {
  const loaded = loadInventory(files);
  if (loaded.ok) return loaded;
  throw new CliError(code, message, diagnosticLines(reportDiagnostics(loaded.sources, loaded.problems)));
}
