import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { csv } from '../../src/reporters/csv.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool, wide } from './fixtures/report-fixtures.js';

const head =
  'severity,rule,subject_type,subject,owner,tier,message,path,line,column,hurts,why,fix,also,fingerprint,accepted'.split(
    ',',
  );

function rows(report: Report): readonly (readonly string[])[] {
  const parsed: unknown = parse(csv(report, plain80), { relax_column_count: false });
  if (!Array.isArray(parsed)) throw new Error('no rows');
  return parsed.map((row: unknown) => (Array.isArray(row) ? row.map(String) : []));
}

describe('csv', () => {
  it('has a row for each finding, under the names of the columns', () => {
    const [first, ...others] = rows(reportOf([weakTool, wide, mild]));
    expect(first).toEqual(head);
    expect(others).toHaveLength(3);
    expect(Object.fromEntries(head.map((name, index) => [name, others[0]?.[index]]))).toMatchObject({
      severity: 'critical',
      subject_type: 'service',
      subject: 'failover-console',
      owner: 'sre',
      path: 'inventory/tools.yaml',
      line: '6',
      hurts: 'chat feed pay login maps taxi music mail story games shop search news webtoon',
      also: 'single-location weak-link',
      fingerprint: 'v1:00000000000000a1',
    });
  });

  it('has a row for each problem of an input that was not audited, and only names where there is nothing to say', () => {
    expect(rows(unauditedReport([unknownReference]))[1]?.slice(0, 3)).toEqual(['error', 'input/reference', '']);
    expect(rows(reportOf([]))).toEqual([head]);
  });

  it('has no cell that a spreadsheet would work out, and keeps all its text', () => {
    const check = (text: string): void => {
      const [, finding = [], other = []] = rows(audited(text));
      const [, problem = []] = rows(unaudited(text));
      for (const cell of [...finding, ...other, ...problem])
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
      for (const name of ['subject', 'owner', 'message', 'path', 'fix'])
        expect(seen((finding[head.indexOf(name)] ?? '').replace(/^'(?=[=+\-@\uff1d])/, ''))).toBe(seen(text));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
