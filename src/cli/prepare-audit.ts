import type { AuditOptions, OnProgress } from '../audit.js';
import { readSelection } from '../selection/read-selection.js';
import { selectableFields } from '../selection/selector.js';
import type { Selection } from '../report/policy.js';
import type { RuleSetting, RuleSettings } from '../rules/rule-setting.js';
import type { DigestedFile, SourceFile } from '../source/source-file.js';
import { auditDay } from './audit-day.js';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';
import type { AuditFlags } from './flags.js';
import { inventoryInputs, type InventoryInputs } from './inventory-inputs.js';
import { formerState } from './change/former-state.js';
import { trustedPolicy } from './change/trusted-policy.js';
import { commitOf, forkPoint, type Commit } from './git/commit.js';
import { repositoryAround, type Repository } from './git/repository.js';
import { packsNamed } from './pack-selection.js';
import { readPolicy, ruleIds } from './read-policy.js';
import { progressLine } from './progress-line.js';
import { selectRules } from './rule-selection.js';
import type { Settings } from './settings.js';

/** Everything an audit needs, read and checked. */
export interface PreparedAudit {
  /** Where it was read from; a folder that may be gone, if it was a commit. */
  readonly cwd: string;
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

/** Where an audit runs. */
export interface Standpoint {
  readonly cwd: string;
  /** The repository that a former state is read from; undefined: the one around the working directory. */
  readonly repository?: Repository;
  /** The commit whose files are at hand; undefined: the working tree. */
  readonly head?: Commit;
}

/** Reads settings, waivers, baseline and inventory, in this order: what is wrong with how we are called comes first. */
export function prepareAudit(
  operands: readonly string[],
  flags: AuditFlags,
  { cwd, repository, head }: Standpoint = { cwd: process.cwd() },
): PreparedAudit {
  const { stdinFilename, quiet = false, since, policyFrom } = flags;
  const around = (flag: string): Repository => repository ?? repositoryAround(cwd, flag);
  // Also where a trusted state is asked instead: a change that breaks the settings must not go through.
  const own = readPolicy({ operands, flags, cwd });
  const trusted =
    policyFrom === undefined ? undefined : trustedPolicy(around('--policy-from'), policyFrom, { operands, flags, cwd });
  const { settings, policy } = trusted ?? own;
  const { ownRules } = settings;
  const rulesInForce = effectiveRules(settings, flags);
  const select = selectionOf(flags.select);
  // Those of the command line come in addition, so that it never asks for less than the settings.
  const packs = packsNamed([...settings.packs, ...(flags.pack ?? [])]);
  const now = dayOf(settings, flags);
  const inputs = inventoryInputs({
    operands,
    settings,
    cwd,
    stdinFilename,
    quiet,
    leaveOut: [...own.files, ...(trusted?.files ?? []), ...(flags.leaveOut ?? [])],
  });
  const former = since === undefined ? undefined : comparedWith(around('--since'), since, head);
  const { files } = inputs;
  return {
    cwd,
    settings,
    options: {
      now,
      failOn: flags.failOn ?? settings.failOn,
      maxFindings: flags.maxFindings ?? settings.maxFindings,
      strict: flags.strict ?? settings.strict,
      failOnWeakened: flags.failOnWeakened ?? settings.failOnWeakened,
      since: former === undefined ? undefined : formerState({ ...former, operands, flags, cwd, own, files }),
      policyFrom: trusted?.commit,
      rules: rulesInForce,
      ownRules,
      overrides: settings.overrides,
      packs,
      maxAge: settings.maxAge,
      waivers: policy.waivers,
      baseline: policy.baseline,
      select,
      onProgress: quiet ? undefined : stderrProgress(),
    },
    inputs,
    texts: [...inputs.sources, ...policy.texts],
    waiverTexts: policy.texts,
    policyFiles: [...own.files, ...(trusted?.files ?? [])],
  };
}

function comparedWith(
  repository: Repository,
  since: string,
  head: Commit | undefined,
): { readonly repository: Repository; readonly base: Commit; readonly head: Commit | undefined } {
  const { root } = repository;
  const base = forkPoint(root, commitOf(root, since), head ?? commitOf(root, 'HEAD'));
  return { repository, base, head };
}

function stderrProgress(): OnProgress | undefined {
  const { env, stderr } = process;
  const write = (text: string): void => {
    stderr.write(text);
  };
  return progressLine({ env, isTTY: stderr.isTTY, write, clock: () => performance.now() });
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
  const inForce = new Map<string, RuleSetting>([...kept, ...left]);
  // Nothing that could fail would pass whatever the inventory says.
  if (known.every((id) => inForce.get(id)?.severity === 'off'))
    throw new CliError(exitCodes.usage, 'every rule is switched off, so that nothing could fail', [
      'leave at least one on: see --rule, --skip-rule and `rules` in the settings',
    ]);
  return inForce;
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
