import { audit as auditFiles } from '../../audit.js';
import type { Report } from '../../report/report.js';
import type { RuleSettings } from '../../rules/rule-setting.js';
import { rules } from '../../rules/index.js';
import { auditDay } from '../audit-day.js';
import { noInventory } from '../choose-inputs.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import type { AuditFlags } from '../flags.js';
import { formatRequests } from '../format-request.js';
import { inventoryInputs } from '../inventory-inputs.js';
import { loadSettings } from '../load-settings.js';
import { tell } from '../print.js';
import { ratcheted } from '../ratchet.js';
import { selectRules } from '../rule-selection.js';
import type { Settings } from '../settings.js';
import { refuseOverwriting, writeReports } from '../write-reports.js';

const ruleIds = rules.map(({ id }) => id);

/** Audits the inventory, writes the reports and says by its exit code whether the gate holds. */
export async function audit(operands: readonly string[], flags: AuditFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const { config, stdinFilename, quiet = false } = flags;
  const requests = formatRequests(flags.format ?? ['pretty'], cwd);
  const settings = loadSettings({ config, operands, cwd, ruleIds });
  const ruleSettings = effectiveRules(settings, flags);
  const now = auditDay({
    stated: flags.now,
    sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'],
    settings: settings.now,
    clock: new Date(),
  });
  const { sources, files, root, lookedInVain } = inventoryInputs({ operands, settings, cwd, stdinFilename, quiet });
  if (lookedInVain !== undefined) return withoutInventory(lookedInVain, flags);
  refuseOverwriting(requests, settings.file === undefined ? files : [...files, settings.file]);
  const options = { now, failOn: flags.failOn ?? settings.failOn, rules: ruleSettings, maxAge: settings.maxAge };
  const report = ratcheted(auditFiles(sources, options), flags.maxFindings);
  return gravest([verdict(report, flags), ...(await writeReports(report, requests, flags, { root, cwd }))]);
}

function withoutInventory(looked: readonly string[], { allowEmpty = false }: AuditFlags): ExitCode {
  const error = noInventory(looked);
  if (!allowEmpty) throw error;
  tell(`${error.message}; --allow-empty lets that pass`);
  return exitCodes.clean;
}

/**
 * The settings, with every rule off that the command line leaves out. A rule that it names runs even where the
 * settings switch it off.
 */
function effectiveRules(settings: Settings, { rule = [], skipRule = [] }: AuditFlags): RuleSettings {
  const selected = selectRules(ruleIds, rule, skipRule);
  const kept = [...settings.rules].filter(([id, { severity }]) => severity !== 'off' || !rule.includes(id));
  const left = ruleIds.filter((id) => !selected.has(id)).map((id) => [id, { severity: 'off' }] as const);
  return new Map([...kept, ...left]);
}

function verdict({ gate }: Report, { exitZero = false }: AuditFlags): ExitCode {
  if (gate.result === 'unaudited') return exitCodes.input;
  return gate.result === 'fail' && !exitZero ? exitCodes.findings : exitCodes.clean;
}
