import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities } from '../../src/finding.js';
import type { Report } from '../../src/report/report.js';
import { gitlab } from '../../src/reporters/gitlab.js';
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

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** As GitLab's documentation describes the report. */
const validate = new Ajv2020().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

function read(report: Report): readonly Issue[] {
  const issues: readonly Issue[] = JSON.parse(gitlab(report, plain80));
  validate(issues);
  expect(validate.errors).toBeNull();
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  return issues;
}

describe('gitlab', () => {
  it('has an issue for each finding, with its rule in front', () => {
    const [first] = read(reportOf([weakTool, mild]));
    expect(first).toMatchObject({
      check_name: 'recovery-tool-in-blast-radius',
      severity: 'blocker',
      location: { path: 'inventory/tools.yaml', lines: { begin: 6 } },
    });
    expect(first?.description).toMatch(/^recovery-tool-in-blast-radius: failover-console stands only in sk-pangyo;/);
  });

  it('has a severity of its own for each of ours', () => {
    expect(
      read(reportOf(severities.map((severity) => ({ ...mild, severity })))).map(({ severity }) => severity),
    ).toEqual(['blocker', 'critical', 'major', 'minor', 'info']);
  });

  it('keeps its fingerprints when lines move', () => {
    const moved = mild.locations.map((one) => ({ ...one, start: { line: 130, column: 1 } }));
    const prints = (report: Report): readonly string[] => read(report).map(({ fingerprint }) => fingerprint);
    expect(prints(reportOf([{ ...mild, locations: moved }]))).toEqual(prints(reportOf([mild])));
    expect(prints(reportOf([mild, mild]))[0]).toEqual(prints(reportOf([mild]))[0]);
  });

  it('has an issue for each problem of an input that was not audited', () => {
    expect(read(unauditedReport([unknownReference, duplicateId, duplicateId]))).toMatchObject([
      { check_name: 'input/reference', severity: 'blocker' },
      { check_name: 'input/duplicate' },
      { check_name: 'input/duplicate' },
    ]);
  });

  it('is an empty list where there is nothing to say', () => {
    expect(gitlab(reportOf([]), plain80)).toBe('[]\n');
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      const [first, second] = read(audited(text));
      expect(seen(first?.location.path ?? '')).toBe(seen(text));
      expect(seen(first?.description ?? '')).toContain(seen(`${weakTool.rule}: ${text}`));
      expect(second?.severity).toBe('minor');
      expect(read(unaudited(text))).toHaveLength(1);
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
