import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditOptions } from '../../src/cli/audit-options.js';
import { firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

const settings = 'version: 1\ninventory: [inventory/**/*.yaml]\n# the end\n';

/** A repository with an inventory of one service: no objective (high), no owner (low), no second place. */
function repository(more: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...gitMarker, 'firebreak.yaml': settings, 'inventory/a.yaml': inventory, ...more });
}

const textOf = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');
const json = (args: readonly string[], cwd: string): ReturnType<typeof JSON.parse> =>
  JSON.parse(firebreak(['-f', 'json', ...args], { cwd }).stdout);

const accept = (rule: string, more: readonly string[] = []): readonly string[] =>
  ['waivers', 'add', rule, 'chat', '--until', '90d', '--reason', 'soon', '--owner', '@ops'].concat(more);

describe('baseline', () => {
  it('create turns the gate on in an old repository', () => {
    const cwd = repository();
    expect(firebreak([], { cwd }).code).toBe(1);
    const created = firebreak(['baseline', 'create'], { cwd });
    expect(created).toMatchObject({ code: 0, stdout: 'firebreak-baseline.json\n' });
    expect(textOf(cwd, 'firebreak.yaml')).toBe(`${settings}baseline: "firebreak-baseline.json"\n`);
    expect(firebreak([], { cwd }).code).toBe(0);
    expect(firebreak(['--no-baseline'], { cwd }).code).toBe(1);
    writeFileSync(join(cwd, 'inventory/b.yaml'), 'services:\n  web: { owner: x, replicas: [{ at: hall-a }] }\n');
    const after = firebreak(['-f', 'compact'], { cwd });
    expect(after.code).toBe(1);
    expect(after.stdout).toContain('[objective-missing] web');
    expect(after.stdout).not.toContain('[objective-missing] chat');
    expect(firebreak(['-f', 'compact', '--show-waived'], { cwd }).stdout).toContain('[objective-missing] chat');
  });

  it('create overwrites nothing unless it is forced to, and writes nothing about what cannot be audited', () => {
    const cwd = repository();
    firebreak(['baseline', 'create'], { cwd });
    const before = textOf(cwd, 'firebreak-baseline.json');
    const again = firebreak(['baseline', 'create'], { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is there already');
    expect(firebreak(['baseline', 'create', '--force'], { cwd }).code).toBe(0);
    expect(textOf(cwd, 'firebreak-baseline.json')).toBe(before);
    const broken = repository({ 'inventory/a.yaml': 'services: [' });
    expect(firebreak(['baseline', 'create'], { cwd: broken }).code).toBe(3);
    expect(existsSync(join(broken, 'firebreak-baseline.json'))).toBe(false);
  });

  it('show and prune tell and take out what is fixed', () => {
    const cwd = repository();
    firebreak(['baseline', 'create'], { cwd });
    writeFileSync(join(cwd, 'inventory/a.yaml'), inventory.replace('  chat:\n', '  chat:\n    owner: talk\n'));
    expect(firebreak(['baseline', 'show'], { cwd }).stdout).toMatch(/^fixed +low +owner-missing +chat/m);
    expect(firebreak(['-q'], { cwd }).code).toBe(0);
    expect(firebreak(['--strict'], { cwd }).code).toBe(1);
    const pruned = firebreak(['baseline', 'prune'], { cwd });
    expect(pruned.stderr).toContain('1 finding fixed and taken out');
    expect(textOf(cwd, 'firebreak-baseline.json')).not.toContain('owner-missing');
    expect(firebreak(['--strict'], { cwd }).code).toBe(0);
    expect(firebreak(['baseline', 'prune'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  it('does not take in what a waiver accepts, so that it comes back when the waiver ends', () => {
    const cwd = repository();
    expect(firebreak(accept('objective-missing'), { cwd }).code).toBe(0);
    firebreak(['baseline', 'create'], { cwd });
    expect(textOf(cwd, 'firebreak-baseline.json')).not.toContain('objective-missing');
    expect(firebreak([], { cwd }).code).toBe(0);
    expect(firebreak(['--now', '2027-01-01'], { cwd }).code).toBe(1);
  });

  it.each([
    ['one that is not there', ['--baseline', 'no.json'], 'there is no baseline no.json'],
    ['one that is no baseline', ['--baseline', 'bad.json'], 'bad.json:3:5'],
  ])('%s is a wrong call', (_case, args, text) => {
    const cwd = repository({ 'bad.json': '{\n  "version": 1,\n    "finding": []\n}\n' });
    const outcome = firebreak(args, { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(text);
    expect(outcome.stdout).toBe('');
  });

  it('of the settings cannot lead out of the repository', () => {
    const cwd = repository({ 'firebreak.yaml': `${settings}baseline: ../../secret.json\n` });
    const outcome = firebreak([], { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('leads out of the repository');
  });
});

describe('waivers', () => {
  it('add accepts a finding, keeps the file and the settings as they were written, and is in force at once', () => {
    const file =
      '# ours\nversion: 1\nwaivers:\n  - rule: owner-missing   # why not\n    on: {service: chat}\n    reason: r\n    owner: o\n    expires: 2026-12-31\n';
    const cwd = repository({ 'dr-waivers.yaml': file, 'firebreak.yaml': `${settings}waivers: [dr-waivers.yaml]\n` });
    const added = firebreak(accept('objective-missing', ['--ticket', 'DR-1', '--approved-by', '@cto']), { cwd });
    expect(added).toMatchObject({ code: 0, stdout: 'dr-waivers.yaml\n' });
    expect(textOf(cwd, 'dr-waivers.yaml')).toBe(`${file}  - id: W-2026-001
    rule: objective-missing
    on: { service: chat }
    severity: high
    reason: soon
    owner: "@ops"
    approvedBy: "@cto"
    ticket: DR-1
    created: 2026-01-31
    expires: 2026-05-01
    hurts: []
`);
    const report = json([], cwd);
    const finding = report.findings.find(({ rule }: { rule: string }) => rule === 'objective-missing');
    expect(finding.waiver).toMatchObject({
      id: 'W-2026-001',
      owner: '@ops',
      approvedBy: '@cto',
      expires: '2026-05-01',
    });
    expect(report.summary.waived).toBe(2);
    expect(report.run.policy.map(({ path }: { path: string }) => path)).toEqual(['dr-waivers.yaml']);
    expect(firebreak(['--rule', 'objective-missing'], { cwd }).code).toBe(0);
    expect(firebreak(['--rule', 'objective-missing', '--no-waivers'], { cwd }).code).toBe(1);
    expect(firebreak(['--rule', 'objective-missing', '--now', '2026-05-01'], { cwd }).code).toBe(0);
    expect(firebreak(['--rule', 'objective-missing', '--now', '2026-05-02'], { cwd }).code).toBe(1);
  });

  it('add begins a file and has the settings name it', () => {
    const cwd = repository();
    expect(firebreak(accept('objective-missing'), { cwd }).code).toBe(0);
    expect(textOf(cwd, 'firebreak.yaml')).toBe(`${settings}waivers: [dr-waivers.yaml]\n`);
    expect(firebreak(['--rule', 'objective-missing'], { cwd }).code).toBe(0);
    const again = firebreak(accept('objective-missing'), { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('W-2026-001 accepts that until 2026-05-01 already');
  });

  it.each([
    ['a finding that is not there', accept('objective-missing').with(3, 'chatt'), 'did you mean "chat"?'],
    ['a rule that there is not', accept('objective-mising'), 'did you mean "objective-missing"?'],
    ['a day in the past', accept('objective-missing').with(5, '2026-01-30'), 'is in the past'],
    ['no day', accept('objective-missing').with(5, 'soon'), 'neither a day nor a length of time'],
    ['no reason', accept('objective-missing').toSpliced(6, 2), '--reason'],
  ])('add refuses %s and writes nothing', (_case, args, text) => {
    const cwd = repository();
    const outcome = firebreak(args, { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(text);
    expect(existsSync(join(cwd, 'dr-waivers.yaml'))).toBe(false);
    expect(textOf(cwd, 'firebreak.yaml')).toBe(settings);
  });

  it('add keeps to the terms of the settings', () => {
    const terms = (text: string): string =>
      repository({ 'firebreak.yaml': `${settings}waivers: { files: [w.yaml], ${text} }\n`, 'w.yaml': 'waivers: []\n' });
    const tooLong = firebreak(accept('objective-missing'), { cwd: terms('maxDays: 30') });
    expect(tooLong.code).toBe(2);
    expect(tooLong.stderr).toContain('lasts 90 days, and the settings allow 30');
    const never = firebreak(accept('objective-missing'), { cwd: terms('never: [objective-missing]') });
    expect(never.code).toBe(2);
    expect(never.stderr).toContain('do not let findings of objective-missing be waived');
  });

  const three = `waivers:
  - { id: gone, rule: objective-missing, on: { service: chat }, reason: r, owner: o, expires: 2026-01-30 } # a
  - { id: soon, rule: objective-missing, on: { service: chat }, reason: r, owner: o, expires: 2026-02-10 } # b
  - { id: late, rule: owner-missing, on: { service: nobody }, reason: r, owner: o, expires: 2026-12-31 } # c
`;
  const withThree = (): string => repository({ 'w.yaml': three, 'firebreak.yaml': `${settings}waivers: [w.yaml]\n` });

  it('list shows those that end first, or only those that end soon', () => {
    const cwd = withThree();
    const { stdout } = firebreak(['waivers', 'list'], { cwd });
    expect(stdout.match(/^\w+/gm)).toEqual(['gone', 'soon', 'late']);
    expect(stdout).toContain('expired 1 day ago');
    expect(firebreak(['waivers', 'list', '--expiring', '30d'], { cwd }).stdout.match(/^\w+/gm)).toEqual([
      'gone',
      'soon',
    ]);
    const data = JSON.parse(firebreak(['waivers', 'list', '-f', 'json'], { cwd }).stdout);
    expect(data[1]).toMatchObject({ id: 'soon', daysLeft: 10, path: 'w.yaml', line: 3 });
    const calendar = firebreak(['waivers', 'list', '-f', 'ics'], { cwd }).stdout;
    expect(calendar.match(/DTSTART;VALUE=DATE:\d+/g)).toHaveLength(3);
    expect(/[^\r]\n/.test(calendar)).toBe(false);
  });

  it('check fails on what is out of order', () => {
    const outcome = firebreak(['waivers', 'check'], { cwd: withThree() });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('medium[waiver-expired]: the waiver gone expired 1 day ago');
    expect(outcome.stdout).toContain('low[waiver-unused]: the waiver late accepts no finding');
    expect(firebreak(['waivers', 'check'], { cwd: repository() }).code).toBe(0);
  });

  it('renew puts off the end of several and keeps their comments', () => {
    const cwd = withThree();
    expect(firebreak(['waivers', 'renew', 'gone', 'soon', '--until', '2026-06-30'], { cwd }).code).toBe(0);
    expect(textOf(cwd, 'w.yaml')).toBe(
      three
        .replace('expires: 2026-01-30', 'expires: 2026-06-30, renewed: 2026-01-31')
        .replace('expires: 2026-02-10', 'expires: 2026-06-30, renewed: 2026-01-31'),
    );
    const wrong = firebreak(['waivers', 'renew', 'son', '--until', '2026-06-30'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('did you mean "soon"?');
  });

  it('have to be where the settings say, in a file that is read', () => {
    const named = (path: string): string => `${settings}waivers: [${path}]\n`;
    const run = (path: string, more: Readonly<Record<string, string>> = {}): string => {
      const { code, stderr } = firebreak([], { cwd: repository({ 'firebreak.yaml': named(path), ...more }) });
      expect(code).toBe(2);
      return stderr;
    };
    expect(run('gone.yaml')).toContain('there is no file gone.yaml');
    expect(run('waivers.txt', { 'waivers.txt': 'version: 1\nwaivers: []\n' })).toContain(
      'waivers.txt is not read: it is neither YAML nor JSON',
    );
  });

  it('are not taken for an inventory', () => {
    const cwd = repository({ 'inventory/w.yaml': three, 'firebreak.yaml': `${settings}waivers: [inventory/w.yaml]\n` });
    const report = json([], cwd);
    expect(report.gate.result).not.toBe('unaudited');
    expect(report.run.inputs.map(({ path }: { path: string }) => path)).toEqual(['inventory/a.yaml']);
    expect(report.waivers).toHaveLength(3);
  });

  it.each([
    ['a file that is not there', 'waivers: [w.yaml]\n', undefined, 'firebreak.yaml:4:11'],
    ['a waiver without reason', 'waivers: [w.yaml]\n', three.replace('reason: r, ', ''), 'w.yaml:2:5'],
    ['a day that does not exist', 'waivers: [w.yaml]\n', three.replace('2026-01-30', '2026-02-30'), 'w.yaml:2:'],
    ['broken YAML', 'waivers: [w.yaml]\n', 'waivers: [', 'w.yaml:'],
    [
      'an unknown rule in never',
      'waivers: { files: [w.yaml], never: [objective-mising] }\n',
      three,
      'firebreak.yaml:4:37',
    ],
    [
      'an unknown rule in an override',
      'overrides: [{ select: { tier: x }, rules: { owner-mising: low } }]\n',
      three,
      'firebreak.yaml:4:45',
    ],
  ])('%s is a wrong call with a place, and not an audit', (_case, line, waivers, place) => {
    const cwd = repository({
      'firebreak.yaml': settings + line,
      ...(waivers === undefined ? {} : { 'w.yaml': waivers }),
    });
    const outcome = firebreak([], { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(place);
    expect(firebreak(['config', 'validate'], { cwd }).code).toBe(2);
  });
});

describe('the ladder', () => {
  it('has a ratchet in the settings, which a flag overrides', () => {
    const cwd = repository({ 'firebreak.yaml': `${settings}maxFindings: 9\n` });
    const report = json([], cwd);
    expect(report.gate).toMatchObject({ maxFindings: 9, result: 'pass' });
    expect(report.gate.counted).toBeGreaterThan(0);
    expect(firebreak(['--max-findings', String(report.gate.counted)], { cwd }).code).toBe(0);
    expect(firebreak(['--max-findings', String(report.gate.counted - 1)], { cwd }).code).toBe(1);
  });

  it('has overrides for some services', () => {
    const lines =
      'rules: { single-location: off }\noverrides:\n  - select: { service: ch* }\n    rules: { objective-missing: low }\n';
    const cwd = repository({ 'firebreak.yaml': settings + lines });
    expect(firebreak(['--rule', 'objective-missing', '-f', 'compact'], { cwd })).toMatchObject({ code: 0 });
    expect(firebreak(['--rule', 'objective-missing', '-f', 'compact'], { cwd }).stdout).toContain(
      'low[objective-missing]',
    );
  });

  it('can be seen for some services only, but not for none', () => {
    const cwd = repository({ 'inventory/b.yaml': 'services:\n  web: { owner: x, replicas: [{ at: hall-a }] }\n' });
    const { stdout } = firebreak(['--select', 'owner=x', '-f', 'compact'], { cwd });
    expect(stdout).toContain(' web:');
    expect(stdout).not.toContain(' chat:');
    expect(firebreak(['--select', 'owner=x', '--select', 'service=chat'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
    });
    const one = firebreak(['--select', 'service=chat,chatt'], { cwd });
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toContain('--select service=chatt: there is no such service');
    const wrong = firebreak(['--select', 'onwer=x'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('did you mean "owner"?');
  });
});

describe('config', () => {
  it('show says where each value comes from', () => {
    const cwd = repository({
      'firebreak.yaml': `${settings}failOn: low\nrules:\n  owner-missing: high\nmaxAge: { drill: 26w }\n`,
    });
    const { stdout } = firebreak(['config', 'show', '--max-findings', '3'], {
      cwd,
      env: { FIREBREAK_MIN_SEVERITY: 'low', COLUMNS: '100' },
    });
    expect(stdout).toMatch(/^failOn +low +firebreak\.yaml:4$/m);
    expect(stdout).toMatch(/^maxFindings +3 +flag --max-findings$/m);
    expect(stdout).toMatch(/^minSeverity +low +env FIREBREAK_MIN_SEVERITY$/m);
    expect(stdout).toMatch(/^strict +false +default$/m);
    expect(stdout).toMatch(/^rules\.owner-missing +high +firebreak\.yaml:6 \(default low\)$/m);
    expect(stdout).toMatch(/^maxAge\.drill +182d +firebreak\.yaml:7$/m);
  });

  it('show has a line for every flag of audit that the verdict or the report hangs on', () => {
    const cwd = repository();
    const lines = firebreak(['config', 'show'], { cwd }).stdout.split('\n');
    const named = lines.map((line) => line.split(/[ .]/, 1)[0] ?? '');
    const elsewhere = ['config', 'ci', 'stdinFilename'];
    const flags = auditOptions().map((option) => option.attributeName());
    expect(flags.filter((name) => !named.includes(name) && !elsewhere.includes(name))).toEqual([]);
  });

  it('path prints the settings in force, or nothing', () => {
    const cwd = repository();
    mkdirSync(join(cwd, 'deep/er'), { recursive: true });
    expect(firebreak(['config', 'path'], { cwd: join(cwd, 'deep/er') }).stdout).toBe('../../firebreak.yaml\n');
    expect(firebreak(['config', 'path'], { cwd: folderWith({}) })).toMatchObject({ code: 0, stdout: '' });
  });

  it('validate says what it has checked', () => {
    const cwd = repository({ 'w.yaml': 'waivers: []\n', 'firebreak.yaml': `${settings}waivers: [w.yaml]\n` });
    expect(firebreak(['config', 'validate'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'firebreak.yaml: settings\nw.yaml: 0 waivers\n',
    });
  });
});

describe('hostile waivers', () => {
  const reason = String.raw`"\n::error::\u202e\u2066 ##[error] <script> ]]> =cmd|x @everyone"`;
  const waivers = `waivers:\n  - { id: W-1, rule: objective-missing, on: { service: chat }, reason: ${reason}, owner: ${reason}, expires: 2026-02-01 }\n`;
  const cwd = repository({ 'w.yaml': waivers, 'firebreak.yaml': `${settings}waivers: [w.yaml]\n` });

  it('with control characters are refused', () => {
    const controls = waivers.replace('::error::', String.raw`\e[2J`);
    const outcome = firebreak(['waivers', 'list'], {
      cwd: repository({ 'w.yaml': controls, 'firebreak.yaml': `${settings}waivers: [w.yaml]\n` }),
    });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('w.yaml:2:');
  });

  it.each([
    ['waivers', 'list'],
    ['waivers', 'list', '-f', 'json'],
    ['waivers', 'list', '-f', 'ics'],
    ['waivers', 'check'],
    ['baseline', 'create', '--baseline', 'b.json'],
    ['audit', '-f', 'pretty', '--show-waived'],
    ['audit', '-f', 'json'],
  ])('move no cursor and forge no command: %s %s', (...args) => {
    const { stdout, stderr, code } = firebreak(args, { cwd });
    expect([0, 1]).toContain(code);
    expect(/(?![\r\n])\p{Cc}|[\u202a-\u202e\u2066]|##\[/u.test(stdout + stderr)).toBe(false);
    expect(/^::/m.test(stdout)).toBe(false);
  });
});
