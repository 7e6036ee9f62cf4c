import type { KeyPath } from '../place.js';
import { rules } from '../rules/index.js';
import { usualMaxAge } from '../rules/usual-max-age.js';
import { locate } from '../source/locate.js';
import { formatInterval } from '../units/interval.js';
import { defaultWarnDays } from '../waivers/waiver-terms.js';
import { variableOf } from './environment.js';
import type { AuditFlags } from './flags.js';
import type { Settings } from './settings.js';

/** Where the value of an option was given: `cli`, `env`, `implied` by another flag, or undefined. */
export type OptionSource = (name: string) => string | undefined;

/** One value in force. */
export interface SettingRow {
  readonly name: string;
  readonly value: string;
  /** `flag --fail-on`, `env FIREBREAK_FAIL_ON`, `firebreak.yaml:5` or `default`. */
  readonly origin: string;
  readonly note?: string;
}

/** Every value in force: flags before the environment before the settings before the default. */
export function settingRows(settings: Settings, flags: AuditFlags, sourceOf: OptionSource): readonly SettingRow[] {
  const option = (name: keyof AuditFlags, fallback: string, path?: KeyPath, written?: unknown): SettingRow =>
    optionRow(settings, { name, given: flags[name], source: sourceOf(name), fallback, path, written });
  const { failOn, maxFindings, strict, failOnWeakened, now, inventory, packs, baseline } = settings;
  const places = './inventory, ./dr, ./*.dr.yaml';
  return [
    inventory === undefined
      ? { name: 'inventory', value: places, origin: 'default' }
      : { name: 'inventory', value: shown(inventory), origin: writtenAt(settings, ['inventory']) },
    option('failOn', 'high', ['failOn'], failOn),
    option('maxFindings', 'none', ['maxFindings'], maxFindings),
    option('strict', 'false', ['strict'], strict),
    option('since', 'none'),
    option('failOnWeakened', 'false', ['failOnWeakened'], failOnWeakened),
    option('policyFrom', 'none'),
    option('exitZero', 'false'),
    option('allowEmpty', 'false'),
    option('now', process.env['SOURCE_DATE_EPOCH'] ? 'SOURCE_DATE_EPOCH' : 'today', ['now'], now),
    option('pack', 'none', ['packs'], packs.length === 0 ? undefined : packs),
    option('rule', 'all'),
    option('skipRule', 'none'),
    option('select', 'all services'),
    option('baseline', 'none', ['baseline'], baseline),
    ...(['drill', 'restoreTest', 'review', 'grace'] as const).map((kind) => ageRow(settings, kind)),
    ...(settings.ownRules.files.length === 0 ? [] : [ownRulesRow(settings)]),
    ...ruleRows(settings),
    ...overrideRows(settings),
    ...waiverRows(settings, flags),
    option('format', 'pretty'),
    option('minSeverity', 'info'),
    option('showWaived', 'false'),
    option('color', 'auto'),
  ];
}

interface OptionValue {
  readonly name: string;
  readonly given: unknown;
  readonly source: string | undefined;
  readonly fallback: string;
  readonly path: KeyPath | undefined;
  readonly written: unknown;
}

function optionRow(settings: Settings, { name, given, source, fallback, path, written }: OptionValue): SettingRow {
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (source === 'cli') return { name, value: shown(given), origin: `flag ${flag}` };
  if (source === 'implied') return { name, value: shown(given), origin: 'flag --ci' };
  if (source === 'env') return { name, value: shown(given), origin: `env ${variableOf(flag)}` };
  if (path !== undefined && written !== undefined)
    return { name, value: shown(written), origin: writtenAt(settings, path) };
  return { name, value: fallback, origin: 'default' };
}

function ageRow(settings: Settings, kind: keyof Settings['maxAge']): SettingRow {
  const name = `maxAge.${kind}`;
  const age = settings.maxAge[kind];
  if (age === undefined) return { name, value: formatInterval(usualMaxAge[kind]), origin: 'default' };
  return { name, value: formatInterval(age), origin: writtenAt(settings, ['maxAge', kind]) };
}

function ownRulesRow(settings: Settings): SettingRow {
  const { files, rules: own } = settings.ownRules;
  const note = own.length === 1 ? '1 rule' : `${own.length} rules`;
  return {
    name: 'ownRules',
    value: shown(files.map(({ path }) => path)),
    origin: writtenAt(settings, ['ownRules']),
    note,
  };
}

function ruleRows(settings: Settings): readonly SettingRow[] {
  return [...settings.rules].flatMap(([id, { severity, options = {} }]): readonly SettingRow[] => {
    const usual = [...rules, ...settings.ownRules.rules].find((rule) => rule.id === id)?.severity;
    const origin = writtenAt(settings, ['rules', id]);
    const level =
      severity === undefined ? [] : [{ name: `rules.${id}`, value: severity, origin, note: `default ${usual ?? ''}` }];
    const set = Object.entries(options).map(([name, value]) => ({
      name: `rules.${id}.${name}`,
      value: shown(value),
      origin: writtenAt(settings, ['rules', id, 'options', name]),
    }));
    return [...level, ...set];
  });
}

function overrideRows(settings: Settings): readonly SettingRow[] {
  return settings.overrides.flatMap(({ select, rules: levels }, at) =>
    [...levels].map(([id, { severity }]) => ({
      name: `overrides.${at}.${id}`,
      value: severity ?? '',
      origin: writtenAt(settings, ['overrides', at, 'rules', id]),
      note: Object.entries(select)
        .map(([field, patterns]) => `${field}=${patterns.join(',')}`)
        .join(' '),
    })),
  );
}

function waiverRows(settings: Settings, { waivers: asked }: AuditFlags): readonly SettingRow[] {
  const { files, maxDays, warnDays, require: required = [], never = [] } = settings.waivers;
  const origin = writtenAt(settings, ['waivers']);
  if (asked === false) return [{ name: 'waivers', value: 'none', origin: 'flag --no-waivers' }];
  if (files.length === 0) return [{ name: 'waivers', value: 'none', origin: 'default' }];
  const term = (name: string, value: unknown, fallback: string): SettingRow =>
    value === undefined
      ? { name: `waivers.${name}`, value: fallback, origin: 'default' }
      : { name: `waivers.${name}`, value: shown(value), origin: writtenAt(settings, ['waivers', name]) };
  return [
    { name: 'waivers.files', value: shown(files), origin },
    term('maxDays', maxDays, 'none'),
    term('warnDays', warnDays, String(defaultWarnDays)),
    ...(required.length === 0 ? [] : [term('require', required, '')]),
    ...(never.length === 0 ? [] : [term('never', never, '')]),
  ];
}

/** File and line of a value of the settings. */
function writtenAt({ source }: Settings, path: KeyPath): string {
  if (source === undefined) return 'default';
  const { document, sources } = source;
  const { file, start } = locate(sources, { file: document.file, document: document.index, path, on: 'key' });
  return `${file}:${start.line}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : value === false ? 'none' : String(value);
}
