import { allPacks, findPack } from '../packs/find-pack.js';
import type { KeyPath, Place } from '../place.js';
import type { Problem } from '../problem.js';
import { rules } from '../rules/index.js';
import { checkSettings, isSettings } from '../schema/check-settings.js';
import { readSources } from '../source/read-sources.js';
import type { SourceDocument } from '../source/source-document.js';
import { parseDate } from '../units/date.js';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';
import { findSettings, readSettingsFile } from './find-settings.js';
import { optionProblems } from './option-problems.js';
import { loadOwnRules } from './own-rules/load.js';
import { noSettings, readSettings, type Settings } from './settings.js';
import { problemLines } from './problem-lines.js';
import { pathFrom } from './shown-path.js';

/** Where to look, and what rules there are to speak of. */
export interface SettingsQuery {
  readonly config: string | false | undefined;
  readonly operands: readonly string[];
  readonly cwd: string;
  readonly ruleIds: readonly string[];
}

/** The settings in force. Anything wrong with them is a mistake of whoever calls, shown with its place. */
export function loadSettings({ config, operands, cwd, ruleIds }: SettingsQuery): Settings {
  const file = findSettings(config, operands, cwd);
  if (file === undefined) return noSettings;
  const path = pathFrom(cwd, file);
  const { documents, problems, sources } = readSources([{ path, content: readSettingsFile(file) }]);
  const [document, second] = documents;
  const wrong = [
    ...problems,
    ...documents.flatMap(checkSettings),
    ...(second === undefined ? [] : [secondDocument(second)]),
  ];
  if (wrong.length > 0) throw rejected(path, problemLines(wrong, sources));
  if (document === undefined || !isSettings(document.value)) return { ...noSettings, file };
  const ownRules = loadOwnRules(document.value.ownRules, file);
  const settings = readSettings(document.value, file, { document, sources }, ownRules);
  const known = [...ruleIds, ...ownRules.rules.map(({ id }) => id)];
  const meaningless = [
    ...unknownRules(settings, document, known),
    ...optionProblems(settings.rules, document, [...rules, ...ownRules.rules]),
    ...unknownPacks(settings, document),
    ...impossibleDay(settings, document),
  ];
  if (meaningless.length > 0) throw rejected(path, problemLines(meaningless, sources));
  return settings;
}

function rejected(path: string, lines: readonly string[]): CliError {
  return new CliError(exitCodes.usage, `the settings in ${path} cannot be used`, lines);
}

function secondDocument({ file, index }: SourceDocument): Problem {
  return {
    code: 'duplicate',
    message: 'settings are one document, this file holds more',
    at: { file, document: index, path: [], on: 'value' },
    help: 'bring together what they say, and take out the line `---` between them',
  };
}

/** Every place where the settings name a rule that there is not. */
function unknownRules(
  { rules: levels, overrides, waivers }: Settings,
  { file, index }: SourceDocument,
  ids: readonly string[],
): readonly Problem[] {
  const named: readonly { readonly id: string; readonly path: KeyPath; readonly on: Place['on'] }[] = [
    ...[...levels.keys()].map((id) => ({ id, path: ['rules', id], on: 'key' }) as const),
    ...overrides.flatMap((override, at) =>
      [...override.rules.keys()].map((id) => ({ id, path: ['overrides', at, 'rules', id], on: 'key' }) as const),
    ),
    ...(waivers.never ?? []).map((id, at) => ({ id, path: ['waivers', 'never', at], on: 'value' }) as const),
  ];
  return named
    .filter(({ id }) => !ids.includes(id))
    .map(({ id, path, on }) => {
      const meant = closest(id, ids);
      return {
        code: 'unknown-key',
        message: `there is no rule "${id}"`,
        at: { file, document: index, path, on },
        help: meant === undefined ? 'firebreak rules lists them all' : `did you mean "${meant}"?`,
      };
    });
}

function unknownPacks({ packs }: Settings, { file, index }: SourceDocument): readonly Problem[] {
  return packs.flatMap((name, position) => {
    if (findPack(name) !== undefined) return [];
    const meant = closest(
      name,
      allPacks().map((pack) => pack.name),
    );
    return {
      code: 'reference',
      message: `there is no pack "${name}"`,
      at: { file, document: index, path: ['packs', position], on: 'value' },
      help: meant === undefined ? 'firebreak rules --pack lists them' : `did you mean "${meant}"?`,
    };
  });
}

function impossibleDay({ now }: Settings, { file, index }: SourceDocument): readonly Problem[] {
  const day = now === undefined ? undefined : parseDate(now);
  if (day === undefined || day.ok) return [];
  const at = { file, document: index, path: ['now'], on: 'value' } as const;
  return [{ code: 'value', message: `\`${now}\` ${day.reason}`, at, help: day.help }];
}
