import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkBaseline, isBaseline } from '../../src/schema/check-baseline.js';
import { checkWaivers, isWaivers } from '../../src/schema/check-waivers.js';
import { problemsAsTable } from './problems-as-table.js';
import { wrongBaselines } from './wrong-baselines.js';
import { wrongWaivers } from './wrong-waivers.js';

it.each(wrongWaivers)('checkWaivers says what is wrong with $yaml', ({ yaml, problems }) => {
  const value = parse(yaml);
  expect(problemsAsTable(checkWaivers({ file: 'w.yaml', index: 0, value }))).toEqual(problems);
  expect(isWaivers(value)).toBe(problems.length === 0);
});

it.each(wrongBaselines)('checkBaseline says what is wrong with $yaml', ({ yaml, problems }) => {
  const value = parse(yaml);
  expect(problemsAsTable(checkBaseline({ file: 'b.json', index: 0, value }))).toEqual(problems);
  expect(isBaseline(value)).toBe(problems.length === 0);
});
