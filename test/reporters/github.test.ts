import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities } from '../../src/finding.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { github } from '../../src/reporters/github.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import {
  duplicateId,
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
} from './fixtures/report-fixtures.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const decoded = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Reads the log as the runner does: line by line, and anything that does not begin with `::` is only text. */
function commands(report: Report, minSeverity = plain80.minSeverity): readonly Command[] {
  const lines = github(report, { ...plain80, minSeverity }).split(/\r\n|\n|\r/);
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, name = '', properties = '', message = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
    const pairs = properties.split(',').map((pair): [string, string] => {
      const [key = '', ...value] = pair.split('=');
      return [key, decoded(value.join('='))];
    });
    return { name, properties: Object.fromEntries(pairs), message: decoded(message) };
  });
}

const many = (count: number, finding: ReportFinding): readonly ReportFinding[] =>
  Array<ReportFinding>(count).fill(finding);

describe('github', () => {
  it('marks the lines of each finding', () => {
    const [first, second] = commands(reportOf([weakTool, mild]));
    expect(first).toMatchObject({
      name: 'error',
      properties: {
        file: 'inventory/tools.yaml',
        line: '6',
        endLine: '6',
        col: '15',
        endColumn: '23',
        title: 'critical: recovery-tool-in-blast-radius',
      },
    });
    expect(first?.message.split('\n')[0]).toBe(weakTool.message);
    expect(first?.message).toContain('\nFix: run a second failover-console');
    expect(second?.name).toBe('notice');
  });

  it('has a level for each severity', () => {
    const all = reportOf(severities.map((severity) => ({ ...mild, severity })));
    expect(commands(all).map(({ name }) => name)).toEqual(['error', 'error', 'warning', 'notice', 'notice']);
    expect(commands(all, 'medium')).toHaveLength(3);
  });

  it('gives columns only where the end is on the same line', () => {
    const [location] = mild.locations;
    if (location === undefined) throw new Error('no location');
    const long = { ...mild, locations: [{ ...location, end: { line: 130, column: 1 } }] };
    expect(Object.keys(commands(reportOf([long]))[0]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'title']);
  });

  it('never makes more annotations than GitHub keeps, takes the worst and says how many are left', () => {
    const report = reportOf([...many(30, weakTool), ...many(10, { ...mild, severity: 'medium' }), ...many(25, mild)]);
    const made = commands(report);
    const count = (name: string): number => made.filter((one) => one.name === name).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    expect(made.at(-1)?.message).toMatch(/^36 more findings without an annotation/);
    expect(commands(reportOf(many(10, mild)))).toHaveLength(10);
    expect(commands(reportOf(many(11, weakTool))).at(-1)?.message).toMatch(/^1 more finding without/);
  });

  it('marks the problems of an input that was not audited', () => {
    expect(
      commands(unauditedReport([unknownReference, duplicateId])).map(({ name, properties }) => [
        name,
        properties['title'],
      ]),
    ).toEqual([
      ['error', 'input/reference'],
      ['error', 'input/duplicate'],
    ]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(github(reportOf([]), plain80)).toBe('');
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      const made = commands(audited(text));
      expect(made.map(({ name }) => name)).toEqual(['error', 'notice']);
      expect(Object.keys(made[0]?.properties ?? {})).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
      expect(seen(made[0]?.properties['file'] ?? '')).toBe(seen(text));
      if (text.length < 1_000) expect(seen(made[0]?.message.split('\n')[0] ?? '')).toBe(seen(text));
      expect(commands(unaudited(text)).map(({ name }) => name)).toEqual(['error']);
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
