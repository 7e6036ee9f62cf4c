import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { firebreak, folderWith, gitMarker, root } from './fixtures/firebreak.js';

const inventory = `# top
version: 1
locations:
  a: { kind: building }
  b: { kind: building }
services:
  account: { data: none, replicas: [{ at: a, capacity: 100% }, { at: b, capacity: 100% }] }
  chat: # the one
    objectives: { rto: 30m, rpo: 1m, survive: [building] }
    dependsOn: { account: hard }
    replicas: [{ at: a, role: primary }, { at: b, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`;
const settings = 'version: 1\ninventory: [inventory/**/*.yaml]\n';

function repository(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...gitMarker, 'firebreak.yaml': settings, 'inventory/a.yaml': inventory, ...more });
}

const textOf = (cwd: string, path = 'inventory/a.yaml'): string => readFileSync(join(cwd, path), 'utf8');
const report = (cwd: string): ReturnType<typeof JSON.parse> => JSON.parse(firebreak(['-f', 'json'], { cwd }).stdout);
const held = ['--lose', 'a', '--measured', 'chat=rpo:0s,rto:22m', '--kind', 'switchover', '--result', 'recovered'];
const record = (cwd: string, ...more: readonly string[]): ReturnType<typeof firebreak> =>
  firebreak(['drills', 'record', ...held, ...more], { cwd });

describe('drills record', () => {
  it('proves the promises until what recovers is changed, and again once it is changed back', () => {
    const cwd = repository();
    expect(report(cwd).summary.promises.proven).toBe(0);
    expect(record(cwd, '--evidence', 'https://wiki/17')).toMatchObject({ code: 0, stdout: 'inventory/a.yaml\n' });
    const recorded = textOf(cwd);
    expect(recorded.startsWith(inventory)).toBe(true);
    expect(parse(recorded).drills).toEqual([
      {
        date: '2026-01-31',
        kind: 'switchover',
        lose: ['a'],
        result: 'recovered',
        measured: { chat: { rto: '22m', rpo: '0s' } },
        digests: { chat: expect.stringMatching(/^v1:/) },
        evidence: 'https://wiki/17',
      },
    ]);
    expect(report(cwd).summary.promises.proven).toBe(2);
    writeFileSync(
      join(cwd, 'inventory/a.yaml'),
      recorded.replace('execute: 5m', 'execute: 6m').replace('the one', 'x'),
    );
    const changed = report(cwd);
    expect(changed.summary.promises).toMatchObject({ kept: 2, proven: 0 });
    const ids = (one: ReturnType<typeof report>): readonly string[] =>
      one.findings.map(({ rule }: { rule: string }) => rule);
    expect(ids(changed)).toContain('drill-outdated-by-change');
    writeFileSync(join(cwd, 'inventory/a.yaml'), recorded.replace('the one', 'another remark'));
    expect(report(cwd).summary.promises.proven).toBe(2);
    expect(ids(report(cwd))).not.toContain('drill-outdated-by-change');
  });

  it('says when the digests are not those of the day', () => {
    const cwd = repository();
    expect(record(cwd, '--date', '2026-01-20').stderr).toContain('not as it was on 2026-01-20');
    expect(record(cwd, '--date', '2026-01-21', '--no-digests').stderr).not.toContain('not as it was');
    expect(parse(textOf(cwd)).drills[1]).not.toHaveProperty('digests');
  });

  it('prints the drill and writes nothing with --dry-run', () => {
    const cwd = repository();
    const printed = record(cwd, '--dry-run');
    expect(printed.code).toBe(0);
    expect(parse(printed.stdout)[0]).toMatchObject({ date: '2026-01-31', measured: { chat: { rto: '22m' } } });
    expect(textOf(cwd)).toBe(inventory);
  });

  it('takes the file that has drills, and asks where several could be meant', () => {
    const split = { 'inventory/b.yaml': 'services:\n  web: { replicas: [{ at: a }] }\n' };
    const two = repository(split);
    expect(record(two)).toMatchObject({ code: 2 });
    expect(record(two, '--file', 'inventory/drills.yaml')).toMatchObject({
      code: 0,
      stdout: 'inventory/drills.yaml\n',
    });
    expect(record(two)).toMatchObject({ code: 0, stdout: 'inventory/drills.yaml\n' });
    expect(parse(textOf(two, 'inventory/drills.yaml')).drills).toHaveLength(2);
    expect(record(two, '--file', 'elsewhere.yaml').stderr).toContain('part of the inventory');
  });

  it.each([
    [['--lose', 'nowhere'], 2, 'no "nowhere"'],
    [['--measured', 'caht=rto:1m'], 2, 'did you mean "chat"'],
    [['--measured', 'chat=rto:1m'], 2, 'measured twice'],
    [['--measured', 'account=mttr:1m'], 2, 'chat=rto:22m,rpo:0s'],
    [['--measured', 'account=rto:soon'], 2, 'soon'],
    [['--date', '2026-02-01'], 2, 'has not come yet'],
    [['--date', '2026-02-30'], 2, '2026-02-30'],
    [['--result', 'fine'], 2, 'recovered'],
    [['--kind', 'no word'], 2, 'no word'],
  ])('refuses %j', (more, code, told) => {
    const cwd = repository();
    const refused = record(cwd, ...more);
    expect(refused.code).toBe(code);
    expect(refused.stderr).toContain(told);
    expect(textOf(cwd)).toBe(inventory);
  });

  it('refuses an inventory with errors', () => {
    const broken = `${inventory}drills: [{ date: 2026-01-01, lose: nowhere }]\n`;
    const cwd = repository({ 'inventory/a.yaml': broken });
    expect(record(cwd).code).toBe(3);
    expect(textOf(cwd)).toBe(broken);
  });
});

describe('drills list', () => {
  it('says what each drill still proves', () => {
    const cwd = repository();
    expect(firebreak(['drills', 'list'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    record(cwd, '--date', '2024-01-20', '--no-digests');
    record(cwd, '--date', '2026-01-20', '--no-digests');
    record(cwd, '--measured', 'account=rto:3m');
    writeFileSync(join(cwd, 'inventory/a.yaml'), textOf(cwd).replace('execute: 5m', 'execute: 6m'));
    expect(firebreak(['drills', 'list'], { cwd }).stdout.split('\n')).toEqual([
      '2026-01-31  switchover  a',
      '  account  rto 3m           holds',
      '  chat     rto 22m, rpo 0s  proves nothing: changed since',
      '2026-01-20  switchover  a',
      '  chat  rto 22m, rpo 0s  holds by its age; does not say what it tested',
      '2024-01-20  switchover  a',
      '  chat  rto 22m, rpo 0s  proves nothing: too old',
      '',
    ]);
    const [latest] = JSON.parse(firebreak(['drills', 'list', '-f', 'json'], { cwd }).stdout);
    expect(latest).toMatchObject({ date: '2026-01-31', lose: ['a'], path: 'inventory/a.yaml' });
    expect(latest.services).toEqual([
      { service: 'account', rto: 180, standing: 'current' },
      { service: 'chat', rto: 1320, rpo: 0, standing: 'changed' },
    ]);
  });

  it('is no wider than the terminal', () => {
    const { stdout } = firebreak(['drills', 'list', '.', '--now', '2026-06-30'], {
      cwd: join(root, 'examples/well-run'),
      env: { COLUMNS: '80' },
    });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain('2026-05-23  switchover  hill, hill-power, hill-lines, account-hill,\n');
  });
});
