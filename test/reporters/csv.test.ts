import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { Report } from '../../src/report/report.js';
import { csvPromises } from '../../src/reporters/csv-promises.js';
import { csv } from '../../src/reporters/csv.js';
import type { Reporter } from '../../src/reporters/reporter.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool, wide } from './fixtures/report-fixtures.js';

const head =
  'severity,rule,subject_type,subject,owner,tier,message,path,line,column,hurts,why,fix,also,fingerprint,accepted'.split(
    ',',
  );

function rows(report: Report, render: Reporter = csv): readonly (readonly string[])[] {
  const parsed: unknown = parse(render(report, plain80), { relax_column_count: false });
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

describe('csv-promises', () => {
  const columns =
    'verdict,service,owner,tier,system,kind,objective,target_seconds,best_seconds,worst_seconds,worst_domain,proven_seconds,proven_on,derivation,missing'.split(
      ',',
    );
  const roster = [{ service: 'mail', owner: 'post', tier: 'gold', system: 'office' }];

  it('has a row for each promise, with target, modelled and proven apart', () => {
    const [first, ...others] = rows({ ...reportOf([]), roster }, csvPromises);
    expect(first).toEqual(columns);
    expect(others).toEqual([
      [
        'broken',
        'failover-console',
        '',
        '',
        '',
        'building',
        'rto',
        '1800',
        'never',
        'never',
        'sk-pangyo',
        '',
        '',
        'failover-console never: lost with sk-pangyo and without a copy elsewhere',
        '',
      ],
      [
        'kept',
        'pay',
        '',
        '',
        '',
        'building',
        'rpo',
        '0',
        '0',
        '0',
        '',
        '0',
        '2025-11-02',
        'pay loses nothing: a synchronous copy survives',
        '',
      ],
      [
        'unknown',
        'mail',
        'post',
        'gold',
        'office',
        'region',
        'rto',
        '3600',
        '900',
        'never',
        'capital',
        '',
        '',
        'mail 15m = execute 15m; how long detection takes is unknown',
        'mail recovery.detect',
      ],
    ]);
  });

  it('does not say of an input that was not audited that nothing is promised', () => {
    const [, problem, ...others] = rows(unauditedReport([unknownReference]), csvPromises);
    expect(others).toEqual([]);
    expect(problem?.filter((one) => one !== '')).toEqual([
      'unaudited',
      'input/reference: service chat depends on "acount", which is not defined',
    ]);
  });

  it('has no cell that a spreadsheet would work out, and keeps all its text', () => {
    const check = (text: string): void => {
      const report = { ...audited(text), roster: [{ service: text, owner: text, tier: text, system: text }] };
      const [, promise = []] = rows(report, csvPromises);
      const [, problem = []] = rows(unaudited(text), csvPromises);
      for (const cell of [...promise, ...problem]) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
      for (const name of ['service', 'owner', 'tier', 'system', 'kind', 'worst_domain', 'derivation'])
        expect(seen((promise[columns.indexOf(name)] ?? '').replace(/^'(?=[=+\-@\uff1d])/, ''))).toBe(seen(text));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 200 });
  });

  it('knows whose the services of an inventory are', () => {
    const content =
      'tiers: { gold: { objectives: { rto: 1h } } }\nservices: { a: { tier: gold, owner: o, system: s }, b: {} }';
    const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30' });
    expect(report.roster).toEqual([{ service: 'a', owner: 'o', tier: 'gold', system: 's' }]);
    expect(rows(report, csvPromises)[1]?.slice(1, 7)).toEqual(['a', 'o', 'gold', 's', 'building', 'rto']);
  });
});
