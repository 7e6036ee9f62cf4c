import type { AuditOptions } from '../audit.js';
import { readSelection } from '../selection/read-selection.js';
import { selectableFields } from '../selection/selector.js';
import type { Selection } from '../report/policy.js';
import { rules } from '../rules/index.js';
import type { RuleSetting, RuleSettings } from '../rules/rule-setting.js';
import type { DigestedFile, SourceFile } from '../source/source-file.js';
import { auditDay } from './audit-day.js';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';
import type { AuditFlags } from './flags.js';
import { inventoryInputs, type InventoryInputs } from './inventory-inputs.js';
import { loadPolicy } from './load-policy.js';
import { loadSettings } from './load-settings.js';
import { packsNamed } from './pack-selection.js';
import { gitRoot } from './project-root.js';
import { selectRules } from './rule-selection.js';
import type { Settings } from './settings.js';

const ruleIds = rules.map(({ id }) => id);

/** Everything an audit needs, read and checked. */
export interface PreparedAudit {
  readonly settings: Settings;
  readonly options: AuditOptions;
  readonly inputs: InventoryInputs;
  /** Absolute paths of the settings, the waivers and the baseline. */
  readonly policyFiles: readonly string[];
  /** The inventory and the waivers, as read. */
  readonly texts: readonly SourceFile[];
  /** The files of waivers, as read. */
  readonly waiverTexts: readonly DigestedFile[];
}

/** Reads settings, waivers, baseline and inventory, in this order: what is wrong with how we are called comes first. */
export function prepareAudit(operands: readonly string[], flags: AuditFlags): PreparedAudit {
  const cwd = process.cwd();
  const { config, stdinFilename, quiet = false } = flags;
  const settings = loadSettings({ config, operands, cwd, ruleIds });
  const { ownRules } = settings;
  const rulesInForce = effectiveRules(settings, flags);
  const select = selectionOf(flags.select);
  // Those of the command line come in addition, so that it never asks for less than the settings.
  const packs = packsNamed([...settings.packs, ...(flags.pack ?? [])]);
  const now = dayOf(settings, flags);
  const policy = loadPolicy({ settings, flags, cwd, root: gitRoot(cwd) ?? cwd });
  const inputs = inventoryInputs({
    operands,
    settings,
    cwd,
    stdinFilename,
    quiet,
    leaveOut: [...policy.files, ...(flags.leaveOut ?? [])],
  });
  return {
    settings,
    options: {
      now,
      failOn: flags.failOn ?? settings.failOn,
      maxFindings: flags.maxFindings ?? settings.maxFindings,
      strict: flags.strict ?? settings.strict,
      rules: rulesInForce,
      ownRules,
      overrides: settings.overrides,
      packs,
      maxAge: settings.maxAge,
      waivers: policy.waivers,
      baseline: policy.baseline,
      select,
    },
    inputs,
    texts: [...inputs.sources, ...policy.texts],
    waiverTexts: policy.texts,
    policyFiles: [...policy.files, ...ownRules.paths, ...(settings.file === undefined ? [] : [settings.file])],
  };
}

/** The day to judge by, with these settings and flags. */
export function dayOf(settings: Settings, { now }: Pick<AuditFlags, 'now'>): string {
  return auditDay({
    stated: now,
    sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'],
    settings: settings.now,
    clock: new Date(),
  });
}

/**
 * The settings, with every rule off that the command line leaves out. A rule that it names runs even where the
 * settings switch it off.
 */
function effectiveRules(settings: Settings, { rule = [], skipRule = [] }: AuditFlags): RuleSettings {
  const known = [...ruleIds, ...settings.ownRules.rules.map(({ id }) => id)];
  const selected = selectRules(known, rule, skipRule);
  const kept = [...settings.rules].filter(([id, { severity }]) => severity !== 'off' || !rule.includes(id));
  const left = known.filter((id) => !selected.has(id)).map((id) => [id, { severity: 'off' }] as const);
  return new Map<string, RuleSetting>([...kept, ...left]);
}

function selectionOf(expressions: readonly string[] | undefined): Selection | undefined {
  if (expressions === undefined) return undefined;
  const read = readSelection(expressions);
  if (read.ok) return { selectors: read.selectors, text: expressions.join(' ') };
  const meant = read.field === undefined ? undefined : closest(read.field, selectableFields);
  throw new CliError(exitCodes.usage, `--select: ${read.wrong}`, [
    ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
    `write it like tier=gold,silver; the fields are ${selectableFields.join(', ')}`,
  ]);
}
