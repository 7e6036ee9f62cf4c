import { clean } from '../../reporters/clean.js';
import { jsonText } from '../../reporters/json-text.js';
import { rules } from '../../rules/index.js';
import { alignedTable } from '../aligned-table.js';
import { asksForJson } from '../asks-for-json.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { findSettings } from '../find-settings.js';
import type { AuditFlags } from '../flags.js';
import { loadPolicy } from '../load-policy.js';
import { loadSettings } from '../load-settings.js';
import { print, tell } from '../print.js';
import { gitRoot } from '../project-root.js';
import { settingRows, type OptionSource } from '../setting-rows.js';
import { pathFrom } from '../shown-path.js';
import { stdoutTerminal } from '../stdout-terminal.js';

export type ConfigFlags = AuditFlags;

const ruleIds = rules.map(({ id }) => id);

/** Every value in force, and where it comes from. */
export async function showConfig(
  operands: readonly string[],
  flags: ConfigFlags,
  sourceOf: OptionSource,
): Promise<ExitCode> {
  const settings = loadSettings({ config: flags.config, operands, cwd: process.cwd(), ruleIds });
  const inForce = settingRows(settings, flags, sourceOf);
  if (asksForJson(flags)) {
    const file = settings.file === undefined ? null : pathFrom(process.cwd(), settings.file);
    await print(jsonText({ file, settings: inForce }));
    return exitCodes.clean;
  }
  const { width, paint } = stdoutTerminal(flags);
  const rows = inForce.map(({ name, value, origin, note }) => [
    name,
    value,
    note === undefined ? origin : `${origin} (${note})`,
  ]);
  const columns = [{ style: 'strong' }, { style: 'plain' }, { style: 'dim', flexible: true }] as const;
  await print(alignedTable(rows, { columns, width, indent: 0, paint }));
  return exitCodes.clean;
}

/** Checks the settings and the files that they name. What is wrong is told with its place. */
export async function validateConfig(operands: readonly string[], flags: ConfigFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const settings = loadSettings({ config: flags.config, operands, cwd, ruleIds });
  const { waivers, baseline } = loadPolicy({ settings, flags: {}, cwd, root: gitRoot(cwd) ?? cwd });
  const checked = [
    ...(settings.file === undefined ? [] : [`${pathFrom(cwd, settings.file)}: settings`]),
    ...(waivers?.files ?? []).map(({ path }) => `${path}: ${waiversIn(path, waivers?.all ?? [])}`),
    ...(baseline === undefined ? [] : [`${baseline.path}: ${baseline.findings.length} known findings`]),
  ];
  await print(checked.map((line) => `${clean(line)}\n`).join(''));
  if (flags.quiet !== true) tell(settings.file === undefined ? noFile : 'all in order');
  return exitCodes.clean;
}

/** Where the settings in force are; nothing on stdout where there are none. */
export async function configPath(operands: readonly string[], flags: ConfigFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const file = findSettings(flags.config, operands, cwd);
  if (file === undefined) tell(noFile);
  else await print(`${clean(pathFrom(cwd, file))}\n`);
  return exitCodes.clean;
}

const noFile = 'there is no settings file; every value is the default';

function waiversIn(path: string, all: readonly { readonly place: { readonly file: string } }[]): string {
  const count = all.filter(({ place }) => place.file === path).length;
  return count === 1 ? '1 waiver' : `${count} waivers`;
}
