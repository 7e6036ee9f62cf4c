import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { audit } from '../../audit.js';
import type { Baseline, KnownPromise } from '../../baseline/baseline.js';
import { baselineText, knownFrom } from '../../baseline/baseline-text.js';
import { compareBaseline, type Comparison } from '../../baseline/compare-baseline.js';
import { isTightened, prunedBaseline } from '../../baseline/prune-baseline.js';
import { prunedPromises, unkeptPromises } from '../../baseline/unkept-promises.js';
import { clean } from '../../reporters/clean.js';
import { escapeActive } from '../../reporters/escape-active.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { rules } from '../../rules/index.js';
import { baselineTable, entryState } from '../baseline-table.js';
import { CliError } from '../cli-error.js';
import { noInventory } from '../choose-inputs.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { AuditFlags, InventoryFlags } from '../flags.js';
import { baselineFileOf, loadBaseline } from '../load-policy.js';
import { prepareAudit, type PreparedAudit } from '../prepare-audit.js';
import { print, tell } from '../print.js';
import { addSetting } from '../set-setting.js';
import type { Settings } from '../settings.js';
import { pathFrom } from '../shown-path.js';
import { audited } from '../waivers/check.js';
import { auditFlagsOf } from '../waivers/audit-flags-of.js';
import { writeFileWhole } from '../write-file-whole.js';

export interface BaselineFlags extends InventoryFlags, Pick<AuditFlags, 'now'> {
  readonly baseline?: string;
  readonly force?: boolean;
  readonly format?: 'pretty' | 'json';
}

const usualName = 'firebreak-baseline.json';

/** Takes in every finding that there is now, but not what a waiver accepts: that is to come back when the waiver ends. */
export async function createBaseline(operands: readonly string[], flags: BaselineFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const prepared = prepare(operands, flags);
  const file = fileOf(prepared.settings, flags, cwd);
  const shown = pathFrom(cwd, file);
  // Whatever else it is, nobody has asked to lose it.
  if (existsSync(file) && !isBaseline(file, cwd))
    throw new CliError(exitCodes.usage, `${shown} is there already and is no baseline`, ['name another file']);
  if (existsSync(file) && flags.force !== true)
    throw new CliError(exitCodes.usage, `${shown} is there already`, [
      'firebreak baseline prune takes out what is fixed',
      'firebreak baseline create --force accepts all that there is now',
    ]);
  const report = auditNow(prepared);
  const taken = acceptable(report).filter(({ waiver }) => waiver === undefined);
  await writeFileWhole(
    file,
    baselineText({ findings: taken.map(knownFrom), promises: unkeptPromises(report.promises) }),
  );
  await print(`${clean(shown)}\n`);
  if (flags.quiet !== true) tell(`${count(taken.length)} will not be counted any more, unless they get worse`);
  const { settings } = prepared;
  const home = settings.file === undefined ? cwd : dirname(settings.file);
  if (settings.baseline === undefined) await addSetting(settings, `baseline: ${JSON.stringify(pathFrom(home, file))}`);
  return exitCodes.clean;
}

function isBaseline(file: string, cwd: string): boolean {
  try {
    loadBaseline(file, cwd);
    return true;
  } catch (error) {
    if (error instanceof CliError) return false;
    throw error;
  }
}

/** Lists the entries with what has become of them. Findings do not fail it. */
export async function showBaseline(operands: readonly string[], flags: BaselineFlags): Promise<ExitCode> {
  const { baseline, comparison } = compareNow(operands, flags);
  const fresh = [...comparison.standings.values()].filter((standing) => standing === 'new').length;
  if (flags.format === 'json') {
    const entries = baseline.findings.map((entry) => ({ ...entry, state: entryState(entry, comparison) }));
    await print(`${escapeActive(JSON.stringify({ path: baseline.path, entries, new: fresh }, undefined, 2))}\n`);
    return exitCodes.clean;
  }
  await print(baselineTable(baseline.findings, comparison, flags));
  if (flags.quiet !== true)
    tell(`${count(baseline.findings.length)} in ${baseline.path}, ${comparison.fixed.length} fixed; ${fresh} new`);
  return exitCodes.clean;
}

/** Takes out what is fixed, and notes what got better. */
export async function pruneBaseline(operands: readonly string[], flags: BaselineFlags): Promise<ExitCode> {
  const { baseline, comparison, file, report } = compareNow(operands, flags);
  const left = prunedBaseline(baseline, comparison);
  const promises =
    baseline.promises === undefined ? undefined : prunedPromises(baseline.promises, unkeptPromises(report.promises));
  const text = baselineText({ findings: left, ...(promises === undefined ? {} : { promises }) });
  const kept = baseline.findings.filter((entry) => !comparison.fixed.includes(entry));
  const tightened = kept.filter((entry, at) => left[at] !== undefined && isTightened(entry, left[at])).length;
  const removed = baseline.findings.length - left.length;
  if (removed > 0 || tightened > 0 || hasChanged(baseline.promises, promises)) {
    await writeFileWhole(file, text);
    await print(`${clean(pathFrom(process.cwd(), file))}\n`);
  }
  if (flags.quiet !== true) tell(`${count(removed)} fixed and taken out, ${tightened} tightened, ${left.length} left`);
  return exitCodes.clean;
}

function compareNow(
  operands: readonly string[],
  flags: BaselineFlags,
): {
  readonly baseline: Baseline;
  readonly comparison: Comparison<ReportFinding>;
  readonly file: string;
  readonly report: Report;
} {
  const prepared = prepare(operands, flags);
  const file = fileOf(prepared.settings, flags, process.cwd());
  const baseline = loadBaseline(file, prepared.inputs.root);
  const report = auditNow(prepared);
  const comparison = compareBaseline(baseline, acceptable(report), new Set(report.rules.map(({ id }) => id)));
  return { baseline, comparison, file, report };
}

/** Everything for an audit that compares with no baseline. */
function prepare(operands: readonly string[], flags: BaselineFlags): PreparedAudit {
  const leaveOut = resolve(flags.baseline ?? usualName);
  return prepareAudit(operands, { ...auditFlagsOf(flags), baseline: false, leaveOut: [leaveOut] });
}

function auditNow({ inputs, options }: PreparedAudit): Report {
  if (inputs.lookedInVain !== undefined) throw noInventory(inputs.lookedInVain);
  return audited(audit(inputs.sources, options));
}

function fileOf(settings: Settings, { baseline }: BaselineFlags, cwd: string): string {
  const home = settings.file === undefined ? cwd : dirname(settings.file);
  return baselineFileOf(settings, baseline, cwd) ?? join(home, usualName);
}

/** A promise holds again, or is known not to. */
function hasChanged(before: readonly KnownPromise[] = [], after: readonly KnownPromise[] = []): boolean {
  return before.length !== after.length || before.some(({ verdict }, at) => verdict !== after[at]?.verdict);
}

/** Findings that may be taken into a baseline. */
function acceptable({ findings }: Report): readonly ReportFinding[] {
  const never = new Set(rules.filter(({ waivable }) => !waivable).map(({ id }) => id));
  return findings.filter(({ rule }) => !never.has(rule));
}

function count(findings: number): string {
  return findings === 1 ? '1 finding' : `${findings} findings`;
}
