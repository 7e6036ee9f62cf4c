import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkSettings, isSettings } from '../../src/schema/check-settings.js';
import { problemsAsTable } from './problems-as-table.js';
import { wrongSettings } from './wrong-settings.js';

it.each(wrongSettings)('checkSettings says what is wrong with $yaml', ({ yaml, problems }) => {
  const value = parse(yaml);
  expect(problemsAsTable(checkSettings({ file: 'firebreak.yaml', index: 0, value }))).toEqual(problems);
  expect(isSettings(value)).toBe(problems.length === 0);
});
