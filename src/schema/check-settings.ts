import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import { settingsFields } from './generated/settings-tables.js';
import { validateSettings } from './generated/validate-settings.js';
import type { SettingsDocument } from './settings-document.js';
import { violationProblems } from './violation-problems.js';

/** True if a value is a settings file as the schema describes it. */
export function isSettings(value: unknown): value is SettingsDocument {
  return validateSettings(value);
}

/** Everything in a settings file that is not as the format asks. Names of rules are for the catalogue to check. */
export function checkSettings(document: SourceDocument): readonly Problem[] {
  if (document.value === null) {
    const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
    return [{ code: 'empty', message: 'the settings are empty', at, help: 'write `version: 1`, or remove the file' }];
  }
  if (validateSettings(document.value)) return [];
  return violationProblems(document, validateSettings, {
    topKey: 'a setting',
    topKeys: 'the settings',
    table: settingsFields,
  });
}
