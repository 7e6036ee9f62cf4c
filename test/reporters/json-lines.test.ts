import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { jsonl } from '../../src/reporters/jsonl.js';
import { rdjson } from '../../src/reporters/rdjson.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool, wide } from './fixtures/report-fixtures.js';

const lines = (report: Report): readonly unknown[] =>
  jsonl(report, plain80)
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));

describe('jsonl', () => {
  it('has a line for each finding with all that the report says of it', () => {
    const report = reportOf([weakTool, wide, mild]);
    expect(lines(report)).toEqual(report.findings.map((finding) => ({ record: 'finding', ...finding })));
    expect(jsonl(report, plain80)).toMatch(/^\{"record":"finding","fingerprint":/);
  });

  it('has a line for each problem of an input that was not audited, and none where there is nothing to say', () => {
    expect(lines(unauditedReport([unknownReference]))).toEqual([{ record: 'problem', ...unknownReference }]);
    expect(jsonl(reportOf([]), plain80)).toBe('');
  });

  it('keeps every character of hostile text', () => {
    const check = (text: string): void => {
      const report = audited(text);
      expect(lines(report)).toEqual(report.findings.map((finding) => ({ record: 'finding', ...finding })));
      expect(lines(unaudited(text))).toMatchObject([{ message: text, help: text }]);
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});

interface Diagnostics {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly severity: string;
    readonly code: { readonly value: string };
    readonly location: { readonly path: string; readonly range: unknown };
    readonly relatedLocations?: readonly unknown[];
  }[];
}

const diagnostics = (report: Report): Diagnostics['diagnostics'] => {
  const { diagnostics: all }: Diagnostics = JSON.parse(rdjson(report, plain80));
  return all;
};

describe('rdjson', () => {
  it('has a diagnostic for each finding, with its other places', () => {
    const [first, ...others] = diagnostics(reportOf([weakTool, mild]));
    expect(first).toMatchObject({
      severity: 'ERROR',
      code: { value: 'recovery-tool-in-blast-radius' },
      location: {
        path: 'inventory/tools.yaml',
        range: { start: { line: 6, column: 15 }, end: { line: 6, column: 23 } },
      },
    });
    expect(first?.relatedLocations).toHaveLength(3);
    expect(others.map(({ severity }) => severity)).toEqual(['INFO']);
  });

  it('counts columns in bytes, as reviewdog does, and leaves them out where they are not known', () => {
    const [place] = wide.locations;
    if (place === undefined) throw new Error('no place');
    const range = { start: { line: 3, column: 31 }, end: { line: 3, column: 39 } };
    expect(diagnostics(reportOf([wide]))[0]?.location.range).toEqual(range);
    expect(Buffer.from(place.excerpt).subarray(30, 38).toString()).toBe('"판교"');
    const cut = { ...place, excerpt: place.excerpt.slice(0, 5) };
    expect(diagnostics(reportOf([{ ...wide, locations: [cut] }]))[0]?.location.range).toEqual({
      start: { line: 3 },
      end: { line: 3 },
    });
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      const [first] = diagnostics(audited(text));
      expect(seen(first?.message.split('\n')[0] ?? '')).toBe(seen(text));
      expect(seen(first?.location.path ?? '')).toBe(seen(text));
      expect(seen(diagnostics(unaudited(text))[0]?.message ?? '')).toBe(seen(`${text} (${text})`));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
