import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { audit } from '../../audit.js';
import { clean } from '../../reporters/clean.js';
import { rules } from '../../rules/index.js';
import type { ReportFinding } from '../../report/report.js';
import { addWaiver } from '../../waivers/add-waiver.js';
import type { WaiverEntry } from '../../waivers/waiver-entry.js';
import { CliError } from '../cli-error.js';
import { noInventory } from '../choose-inputs.js';
import type { WaiverFlags } from './waiver-flags.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { isPlain, loadWaivers, termsOf, waiverFilesOf } from '../load-policy.js';
import { prepareAudit, type PreparedAudit } from '../prepare-audit.js';
import { print, tell } from '../print.js';
import { refuseTaken } from '../refuse-taken.js';
import { addSetting } from '../set-setting.js';
import type { Settings } from '../settings.js';
import { pathFrom } from '../shown-path.js';
import { writeFileWhole } from '../write-file-whole.js';
import { auditFlagsOf } from './audit-flags-of.js';
import { audited } from './check.js';
import { findingsNamed, onOf } from './findings-named.js';
import { nextId } from './next-id.js';
import { untilDay } from './until-day.js';

const usualName = 'dr-waivers.yaml';

/** Accepts a finding that there is, as severe as it is today. Writes nothing unless the whole file is in order then. */
export async function add(what: string, subject: string | undefined, flags: WaiverFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const prepared = prepareAudit([], { ...auditFlagsOf(flags), missingWaivers: true });
  const { settings, inputs, options } = prepared;
  if (inputs.lookedInVain !== undefined) throw noInventory(inputs.lookedInVain);
  const own = settings.ownRules.rules.map(({ id }) => id);
  const found = findingsNamed(audited(audit(inputs.sources, options)), what, subject, own);
  refuseUnwaivable(found[0].rule, settings);
  const file = fileToAddTo(flags.file, settings, cwd);
  const waiverFiles = waiverFilesOf(settings, true);
  refuseTaken('a waiver', file, [
    ...inputs.files,
    ...prepared.policyFiles.filter((path) => !waiverFiles.includes(path)),
  ]);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = addWaiver(before, entryFor(found, what, prepared, flags));
  if (text === undefined)
    throw new CliError(exitCodes.usage, `${pathFrom(cwd, file)} cannot be edited`, [
      'it must be one YAML document with a list `waivers`; add the waiver by hand',
    ]);
  checkAsWhole(file, text, prepared);
  await writeFileWhole(file, text);
  await print(`${clean(pathFrom(cwd, file))}\n`);
  if (flags.quiet !== true) tell(`accepted until ${untilDay(flags.until ?? '', options.now)}: ${found[0].message}`);
  await haveItListed(file, settings, cwd);
  return exitCodes.clean;
}

/** A waiver in a file that the settings do not name accepts nothing. */
async function haveItListed(file: string, settings: Settings, cwd: string): Promise<void> {
  const path = pathFrom(settings.file === undefined ? cwd : dirname(settings.file), file);
  if (settings.waivers.files.length === 0) await addSetting(settings, `waivers: [${path}]`);
  else if (!waiverFilesOf(settings).includes(file)) tell(`it counts once the settings name ${path} under \`waivers\``);
}

function refuseUnwaivable(rule: string, { waivers: { never = [] } }: Settings): void {
  if (rules.find(({ id }) => id === rule)?.waivable === false)
    throw new CliError(exitCodes.usage, `findings of ${rule} cannot be waived`);
  if (never.includes(rule))
    throw new CliError(exitCodes.usage, `the settings do not let findings of ${rule} be waived`);
}

function entryFor(
  found: readonly [ReportFinding, ...ReportFinding[]],
  what: string,
  { options: { now, waivers } }: PreparedAudit,
  { until = '', reason = '', owner = '', approvedBy, ticket, id }: WaiverFlags,
): WaiverEntry {
  const [worst] = found;
  return {
    id: id ?? nextId(waivers?.all ?? [], now),
    rule: worst.rule,
    on: onOf(worst, what),
    severity: worst.severity,
    reason,
    owner,
    approvedBy,
    ticket,
    created: now,
    expires: untilDay(until, now),
    hurts: hurtBy(found),
    expect: found.length === 1 ? undefined : found.length,
  };
}

/** Whom any of them hurts today: what hurts another one later has not been accepted. */
function hurtBy(found: readonly ReportFinding[]): readonly string[] {
  return [...new Set(found.flatMap((one) => one.hurts))].sort();
}

function fileToAddTo(asked: string | undefined, { file, waivers }: Settings, cwd: string): string {
  if (asked !== undefined) return resolve(cwd, asked);
  const home = file === undefined ? cwd : dirname(file);
  const listed = waivers.files.find(isPlain);
  if (listed !== undefined || waivers.files.length === 0) return join(home, listed ?? usualName);
  throw new CliError(exitCodes.usage, 'the settings name waivers by patterns only', ['say which file: --file <path>']);
}

/** Holds the new text against all that waivers must keep to, together with the other files. */
function checkAsWhole(file: string, text: string, { settings, waiverTexts, inputs: { root } }: PreparedAudit): void {
  const path = pathFrom(root, file);
  const others = waiverTexts.filter((other) => other.path !== path);
  loadWaivers([...others, { path, content: text, sha256: '' }], termsOf(settings));
}
