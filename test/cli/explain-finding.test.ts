import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingExplanation } from '../../src/cli/explain/finding-explanation.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { firebreak, folderWith, root, type Outcome } from './fixtures/firebreak.js';

const now = ['--now', '2026-06-30'];

/** A failover by hand that takes 45 minutes of a promised 30, and one that nobody can judge. */
const late = `version: 1
locations:
  a: { kind: building }
  b: { kind: building }
defaults:
  owner: team-shop
services:
  shop:
    objectives: { rto: 30m, rpo: 1m, survive: [building] }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, replication: async, lag: 5s, startup: 5m }
    recovery: { mode: manual, detect: 5m, decide: 20m, execute: 15m, uses: [] }
    backups: none
  mail:
    objectives: { rto: 30m, rpo: 1m, survive: [building] }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, replication: async, lag: 5s }
    recovery: { mode: automatic, detect: 5m, execute: 1m, uses: [] }
    backups: none
`;

const cwd = folderWith({ 'dr.yaml': late });

function explain(args: readonly string[], folder = cwd): Outcome {
  return firebreak(['explain', ...args, ...now], { cwd: folder });
}

function findings(path: string, folder = cwd): readonly ReportFinding[] {
  const { stdout } = firebreak([path, ...now, '--format', 'json'], { cwd: folder });
  const report: Report = JSON.parse(stdout);
  return report.findings;
}

function explained(finding: ReportFinding | undefined, path: string, folder = cwd): FindingExplanation {
  const { code, stdout, stderr } = explain([finding?.fingerprint ?? '', path, '--format', 'json'], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const read: FindingExplanation = JSON.parse(stdout);
  return read;
}

const all = findings('dr.yaml');
const manual = all.find(({ rule }) => rule === 'manual-failover-exceeds-rto');

describe('explain <fingerprint>', () => {
  const told = explained(manual, 'dr.yaml');

  it('takes that finding', () => {
    expect(told.finding).toEqual(manual);
    expect(told.rule).toMatchObject({ id: 'manual-failover-exceeds-rto', group: 'objectives' });
  });

  it('shows the arithmetic', () => {
    expect(told.arithmetic).toContain('shop 40m = detect 5m + decide 20m + execute 15m');
    expect(told.arithmetic.join('\n')).toContain('startup 5m');
  });

  it('tells facts with file and line from what the format assumes', () => {
    const line = (text: string): number => late.split('\n').findIndex((one) => one.includes(text)) + 1;
    expect(told.facts).toContainEqual({
      subject: 'shop',
      field: 'recovery.decide',
      value: '20m',
      path: 'dr.yaml',
      line: line('decide: 20m'),
    });
    expect(told.facts.map(({ field }) => field)).not.toContain('recovery.redirect');
    expect(told.assumptions).toContainEqual({ subject: 'shop', field: 'recovery.redirect', value: '0s' });
    const both = told.assumptions.filter((one) =>
      told.facts.some(({ subject, field }) => subject === one.subject && field === one.field),
    );
    expect(both).toEqual([]);
  });

  it('tells the smallest change that would settle it, which does settle it', () => {
    const limit = told.flip.map((text) => /with decide up to (\S+) the RTO/.exec(text)?.[1]).find(Boolean);
    expect(limit).toBeDefined();
    const verdictWith = (decide: string): string | undefined => {
      const folder = folderWith({ 'dr.yaml': late.replace('decide: 20m', `decide: ${decide}`) });
      const { stdout } = firebreak(['dr.yaml', ...now, '--format', 'json'], { cwd: folder });
      const report: Report = JSON.parse(stdout);
      return report.promises.find(({ service, objective }) => service === 'shop' && objective === 'rto')?.verdict;
    };
    expect(verdictWith(limit ?? '')).toBe('kept');
    expect(verdictWith(`${limit ?? ''}1s`)).toBe('broken');
    expect(told.flip.join('\n')).toContain('the RTO that would hold is 45m');
  });

  it('says who is hurt, with owner and promise', () => {
    expect(told.hurts).toEqual([
      {
        id: 'shop',
        owner: 'team-shop',
        promises: [{ kind: 'building', objective: 'rto', target: 1800, verdict: 'broken', worst: 'a' }],
      },
    ]);
  });

  it('names what decides an open question first', () => {
    const open = all.find(({ rule }) => rule === 'objective-unknown');
    const { unknown } = explained(open, 'dr.yaml');
    expect(unknown[0]).toMatchObject({ subject: 'mail', decides: true });
    expect(unknown[0]?.field).toMatch(/^replicas\[\d*\]\.startup$/);
  });
});

describe('explain <fingerprint> of other findings', () => {
  it('tells of a place what is written and what is taken for granted', () => {
    const drill = all.find(({ rule, subject }) => rule === 'drill-missing' && subject.id === 'a');
    const { facts, assumptions, hurts } = explained(drill, 'dr.yaml');
    expect(facts).toContainEqual({ subject: 'a', field: 'kind', value: 'building', path: 'dr.yaml', line: 3 });
    expect(assumptions).toContainEqual({ subject: 'a', field: 'lasts', value: 'it does not come back' });
    expect(hurts.map(({ id }) => id)).toEqual(['mail', 'shop']);
  });

  it('tells which RPO would hold', () => {
    const folder = folderWith({ 'dr.yaml': late.replace('lag: 5s, startup: 5m', 'lag: 5m, startup: 5m') });
    const lost = findings('dr.yaml', folder).find(({ rule }) => rule === 'rpo-broken');
    const { flip, arithmetic } = explained(lost, 'dr.yaml', folder);
    expect(flip).toContain('loss of building a: the RPO that would hold is 5m');
    expect(arithmetic.join('\n')).toContain('5m');
    expect(flip.join('\n')).not.toContain('RTO');
  });

  it('says from where a value is inherited', () => {
    const text = late.replace('  owner: team-shop\n', '  owner: team-shop\n  recovery: { redirect: 2m }\n');
    const folder = folderWith({ 'dr.yaml': text });
    const slow = findings('dr.yaml', folder).find(({ rule }) => rule === 'manual-failover-exceeds-rto');
    const { facts } = explained(slow, 'dr.yaml', folder);
    expect(facts).toContainEqual({
      subject: 'shop',
      field: 'recovery.redirect',
      value: '2m',
      path: 'dr.yaml',
      line: 7,
      layer: 'defaults',
    });
    expect(explain([slow?.fingerprint ?? '', 'dr.yaml'], folder).stdout).toContain('from defaults');
  });
});

describe('the fingerprint', () => {
  const digits = manual?.fingerprint.slice(3) ?? '';

  it.each([[digits], [digits.slice(0, 6)], [`v1:${digits.slice(0, 6)}`]])('may be written %s', (wanted) => {
    const { code, stdout } = explain([wanted, 'dr.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain(`v1:${digits}`);
  });

  it('that no finding has is a mistake of the caller', () => {
    const { code, stdout, stderr } = explain(['v1:0000000000000000', 'dr.yaml']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('no finding has a fingerprint that begins with 0000000000000000');
  });

  it('has to say which of several', () => {
    const services = Array.from({ length: 600 }, (_, index) => `  s${index}: { data: none }\n`).join('');
    const folder = folderWith({ 'many.yaml': `version: 1\nservices:\n${services}` });
    const many = findings('many.yaml', folder).map(({ fingerprint }) => fingerprint.slice(3, 7));
    const twice = many.find((one, index) => many.indexOf(one) !== index);
    expect(twice, 'of so many, two begin alike').toBeDefined();
    const { code, stderr } = explain([twice ?? '', 'many.yaml'], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/findings have fingerprints that begin with/);
    expect(stderr.match(/v1:/g)?.length).toBeGreaterThan(1);
  });
});

describe('formats', () => {
  it('are text, JSON and Markdown', () => {
    const wanted = manual?.fingerprint ?? '';
    const pretty = explain([wanted, 'dr.yaml']).stdout;
    for (const label of ['why', 'sum', 'fact', 'assumed', 'flip', 'hurts']) expect(pretty).toContain(`  ${label} `);
    expect(pretty).toContain('dr.yaml:13');
    const markdown = explain([wanted, 'dr.yaml', '--format', 'markdown']).stdout;
    for (const title of ['Arithmetic', 'Facts', 'Assumptions', 'What would settle it', 'Who is hurt', 'Controls'])
      expect(markdown).toContain(`## ${title}\n`);
  });

  it('of a rule are the same three', () => {
    expect(explain(['rto-broken']).stdout).toContain('rto-broken  high  objectives');
    const json: { readonly id: string; readonly fix: string } = JSON.parse(
      explain(['rto-broken', '--format', 'json']).stdout,
    );
    expect(json.id).toBe('rto-broken');
    const markdown = explain(['rto-broken', '--format', 'markdown']).stdout;
    expect(markdown).toMatch(/^# rto-broken\n/);
    expect(markdown).toContain(json.fix);
  });

  it('are not for a service', () => {
    const { code, stderr } = explain(['service', 'shop', 'dr.yaml', '--format', 'json']);
    expect(code).toBe(2);
    expect(stderr).toContain('not with a service');
  });
});

describe('findings of the examples', () => {
  it.each([
    ['minimal', 'inventory.yaml'],
    ['incidents/kakao-2022/revealed', '.'],
  ])('in %s can all be explained, in whole sentences', (example, path) => {
    const folder = join(root, 'examples', example);
    for (const finding of findings(path, folder)) {
      const { arithmetic, facts, flip, unknown } = explained(finding, path, folder);
      expect(facts.length + unknown.length, finding.message).toBeGreaterThan(0);
      expect(flip.length, finding.message).toBeGreaterThan(0);
      for (const { path: file, line, value, subject } of facts) {
        const text = readFileSync(join(folder, file.replace(/^.*revealed\/|^.*minimal\//, '')), 'utf8').split('\n')[
          line - 1
        ];
        expect(text, finding.message).toBeDefined();
        if (subject === undefined) expect(text).toContain(value);
      }
      for (const text of [...arithmetic, ...flip]) expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
