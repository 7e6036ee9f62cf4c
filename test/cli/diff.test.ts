import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, type Outcome } from './fixtures/firebreak.js';
import { branched, commit, git, write } from './fixtures/git.js';

/** Two services that nobody owns (low), one of them without an objective (high). */
const old = `locations:
  a: { kind: building }
  b: { kind: building }
services:
  web: { dependsOn: none, replicas: [{ at: a }, { at: b }] }
`;
const settings = 'version: 1\ninventory: [inventory/**/*.yaml]\n';
const files = { 'firebreak.yaml': settings, 'inventory/a.yaml': old } as const;
const another = 'services:\n  shop: { dependsOn: none, replicas: [{ at: a }, { at: b }] }\n';

const repository = (): string => branched(files);
const json = (args: readonly string[], cwd: string): ReturnType<typeof JSON.parse> =>
  JSON.parse(firebreak([...args, '-f', 'json'], { cwd }).stdout);
const diff = (cwd: string, ...args: readonly string[]): Outcome => firebreak(['diff', 'main', ...args], { cwd });

describe('diff', () => {
  it('lets pass what was there, and fails what the change brings', () => {
    const cwd = repository();
    expect(firebreak([], { cwd }).code).toBe(1);
    expect(diff(cwd).code).toBe(0);
    expect(firebreak(['--since', 'main'], { cwd }).code).toBe(0);
    write(cwd, { 'inventory/b.yaml': another });
    const after = diff(cwd, '-f', 'compact');
    expect(after.code).toBe(1);
    expect(after.stdout).toContain('[objective-missing] shop');
    expect(after.stdout).not.toContain('[objective-missing] web');
    expect(json(['diff', 'main'], cwd).change).toMatchObject({
      base: { ref: 'main', commit: git(cwd, 'rev-parse', 'main'), state: 'audited', policy: 'compared' },
      known: 2,
      new: 2,
      fixed: [],
    });
  });

  it('is the same whatever the format, and in a folder below', () => {
    const cwd = repository();
    write(cwd, { 'inventory/b.yaml': another, 'sub/note.txt': '' });
    for (const format of ['pretty', 'sarif', 'junit', 'github', 'summary', 'gitlab', 'markdown', 'csv', 'jsonl'])
      expect(diff(cwd, '-f', format).code).toBe(1);
    const below = firebreak(['diff', 'main', '-f', 'json'], { cwd: join(cwd, 'sub') });
    expect(below.stdout).toBe(diff(cwd, '-f', 'json').stdout);
    const named = firebreak(['diff', 'main', '../inventory', '-f', 'json'], { cwd: join(cwd, 'sub') });
    expect(JSON.parse(named.stdout).change).toMatchObject({ known: 2, new: 2 });
  });

  it('is what --fail-on-weakened needs, which is not called checked without', () => {
    const cwd = repository();
    expect(firebreak(['--fail-on-weakened'], { cwd }).stdout).toContain(
      '--fail-on-weakened (nothing to compare with): failed',
    );
    write(cwd, { 'firebreak.yaml': `${settings}failOnWeakened: true\n` });
    expect(firebreak([], { cwd }).stdout).toContain('--fail-on-weakened (nothing to compare with): failed');
    expect(firebreak(['--since', 'main'], { cwd }).stdout).toContain('--fail-on-weakened: passed');
  });

  it('says in a document what was there before, and does not call it nothing', () => {
    const cwd = repository();
    expect(firebreak(['report', '--since', 'main', '-f', 'html=r.html', '--now', '2026-01-31'], { cwd }).code).toBe(0);
    const text = readFileSync(join(cwd, 'r.html'), 'utf8');
    expect(text).toContain('2 findings that were there before this change are open and not counted.');
    expect(text).toContain('Nothing is new; these were there before this change.');
    expect(text).not.toContain('No finding is open.');
  });

  it('never takes a deleted inventory for a repository without one', () => {
    const cwd = branched({ 'inventory/a.yaml': old });
    write(cwd, { 'inventory/a.yaml': undefined });
    const outcome = firebreak(['--since', 'main', '--allow-empty'], { cwd });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('main has one');
    const { code } = firebreak(['--since', 'HEAD', '--allow-empty'], { cwd: branched({ 'README.md': 'none' }) });
    expect(code).toBe(0);
  });

  it('compares with where the branch began, not with what came to the other one since', () => {
    const cwd = repository();
    git(cwd, 'checkout', '--quiet', 'main');
    const fixed = old.replace('dependsOn: none', 'dependsOn: none, owner: web, objectives: { rto: 1d, rpo: 0s }');
    commit(cwd, { 'inventory/a.yaml': fixed });
    git(cwd, 'checkout', '--quiet', 'feature');
    commit(cwd, { 'readme.md': 'nothing' });
    expect(json(['diff', 'main'], cwd).change).toMatchObject({ new: 0, worsened: 0, weakened: [] });
    // As CI sees it, on the commit that would be if both were merged.
    git(cwd, 'merge', '--quiet', '--no-edit', 'main');
    expect(json(['diff', 'main'], cwd).change).toMatchObject({ new: 0, worsened: 0, weakened: [] });
  });

  it('finds what only moved to another file, also where the settings say that the inventory is elsewhere', () => {
    const cwd = repository();
    write(cwd, {
      'inventory/a.yaml': undefined,
      'dr/deep/renamed.yaml': old,
      'firebreak.yaml': settings.replace('inventory/**', 'dr/**'),
    });
    const report = json(['diff', 'main'], cwd);
    expect(report.change).toMatchObject({ known: 2, new: 0, fixed: [] });
    expect(report.change.weakened.map(({ message }: { message: string }) => message)).toEqual([
      'the inventory is looked for in dr/**/*.yaml, no longer in inventory/**/*.yaml',
    ]);
  });

  it('judges two commits without looking at the working tree', () => {
    const cwd = repository();
    const head = commit(cwd, { 'inventory/b.yaml': another });
    commit(cwd, { 'inventory/b.yaml': undefined });
    write(cwd, { 'inventory/a.yaml': 'services: [' });
    const outcome = firebreak(['diff', 'main', '--head', head, '-f', 'json'], { cwd });
    expect(outcome.code).toBe(1);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      run: { inputs: [{ path: 'inventory/a.yaml' }, { path: 'inventory/b.yaml' }] },
      change: { head: { ref: head, commit: head }, new: 2 },
    });
    expect(firebreak(['diff', 'main'], { cwd }).code).toBe(3);
    expect(firebreak(['diff', head, '--head', 'main'], { cwd }).code).toBe(0);
  });

  it('leaves no folder behind', () => {
    const cwd = repository();
    const env = { TMPDIR: folderWith({}) };
    expect(firebreak(['diff', 'main', '--policy-from', 'main'], { cwd, env }).code).toBe(0);
    expect(firebreak(['diff', 'main', '--config', 'none.yaml'], { cwd, env }).code).toBe(2);
    expect(readdirSync(env.TMPDIR)).toEqual([]);
  });

  it('says what asks for less in settings, waivers and baseline', () => {
    const cwd = branched({
      ...files,
      'firebreak.yaml': `${settings}failOn: low\nstrict: true\nmaxAge: { drill: 90d }\npacks: [backup-32110]
waivers: { files: [w.yaml], maxDays: 200, never: [owner-missing] }\nbaseline: base.json
overrides: [{ select: { tier: gold }, rules: { rpo-broken: critical } }]\n`,
      'w.yaml':
        'version: 1\nwaivers:\n  - { id: W1, rule: objective-missing, on: { service: web }, reason: soon, owner: o, created: 2026-01-01, expires: 2026-03-01 }\n',
      'base.json': '{ "version": 1, "findings": [] }\n',
    });
    write(cwd, {
      'firebreak.yaml': `${settings}failOn: high\nmaxFindings: 3\nrules: { owner-missing: off, rto-broken: low, drill-missing: { severity: medium } }
waivers: { files: [w.yaml] }\nbaseline: base.json
overrides: [{ select: { tier: iron }, rules: { rpo-broken: info } }]\n`,
      'w.yaml':
        'version: 1\nwaivers:\n  - { id: W1, rule: objective-missing, on: { service: web }, reason: soon, owner: o, created: 2026-01-01, expires: 2027-03-01 }\n  - { id: W2, rule: single-location, on: { service: web }, reason: later, owner: p, expires: 2026-09-01 }\n',
      'base.json': `{ "version": 1, "findings": [{ "fingerprint": "v1:0123456789abcdef", "rule": "drill-missing", "subject": "web", "severity": "low" }] }\n`,
    });
    const { change } = json(['diff', 'main'], cwd);
    expect(
      change.weakened.map(
        ({ message, location }: { message: string; location?: { path: string; start: { line: number } } }) =>
          location === undefined ? message : `${message} (${location.path}:${location.start.line})`,
      ),
    ).toMatchSnapshot();
  });

  it('cannot be fooled by a policy that the change brings along', () => {
    const cwd = repository();
    write(cwd, {
      'inventory/b.yaml': another,
      'firebreak.yaml': `${settings}failOn: never\nrules: { objective-missing: off }\nwaivers: [w.yaml]\nbaseline: base.json\n`,
      'w.yaml': 'version: 1\nwaivers: []\n',
    });
    firebreak(['baseline', 'create'], { cwd });
    expect(diff(cwd).code).toBe(0);
    const trusted = diff(cwd, '--policy-from', 'main', '-f', 'json');
    expect(trusted.code).toBe(1);
    const report = JSON.parse(trusted.stdout);
    expect(report.run.policyFrom).toEqual({ ref: 'main', commit: git(cwd, 'rev-parse', 'main') });
    expect(report.baseline).toBeUndefined();
    expect(report.change).toMatchObject({ new: 2 });
    expect(firebreak(['--policy-from', 'main'], { cwd }).code).toBe(1);
    // An inventory cannot be declared to be waivers, so that nobody looks at it.
    write(cwd, { 'firebreak.yaml': `${settings}waivers: [inventory/b.yaml]\n` });
    expect(diff(cwd, '--policy-from', 'main').code).toBe(2);
    // Nor can settings that do not work go through.
    write(cwd, { 'firebreak.yaml': 'version: 1\nfailOn: sometimes\n' });
    expect(diff(cwd, '--policy-from', 'main').code).toBe(2);
  });

  it('takes the trusted waivers and baseline', () => {
    const cwd = branched({
      ...files,
      'firebreak.yaml': `${settings}waivers: [w.yaml]\nbaseline: base.json\n`,
      'w.yaml':
        'version: 1\nwaivers:\n  - { rule: objective-missing, on: { service: web }, reason: soon, owner: o, expires: 2027-03-01 }\n',
      'base.json': '{ "version": 1, "findings": [] }\n',
    });
    write(cwd, { 'firebreak.yaml': settings, 'w.yaml': undefined, 'base.json': undefined });
    expect(firebreak([], { cwd }).code).toBe(1);
    const report = json(['--policy-from', 'main'], cwd);
    expect(report.gate.result).toBe('pass');
    expect(report.waivers).toHaveLength(1);
    expect(report.baseline.path).toBe('base.json');
  });
});

describe('a former state that cannot be had', () => {
  it('holds a link that no file system takes', () => {
    const cwd = repository();
    const empty = git(cwd, 'hash-object', '-w', '/dev/null');
    git(cwd, 'update-index', '--add', '--cacheinfo', `120000,${empty},odd.yaml`);
    git(cwd, 'commit', '--quiet', '--message', 'odd');
    const { code, stderr } = diff(cwd, '--head', 'HEAD');
    expect([code, stderr]).toEqual([2, expect.stringContaining('holds a link that cannot be written here, odd.yaml')]);
  });

  it.each([
    ['another one alone', (other: string) => ({ GIT_DIR: join(other, '.git') })],
    ['another one and its work tree', (other: string) => ({ GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other })],
  ])('is in no repository that the environment names: %s', (_case, env) => {
    const cwd = repository();
    const other = branched({ 'inventory/a.yaml': another });
    const { code, stderr } = firebreak(['audit', '--since', 'main'], { cwd, env: env(other) });
    expect([code, stderr]).toEqual([2, expect.stringContaining('whose repository here is another one')]);
    const own = firebreak(['audit', '--since', 'main'], { cwd, env: { GIT_DIR: join(cwd, '.git') } });
    expect(own.code, own.stderr).toBe(0);
  });

  it.each([
    ['a ref that there is not', ['diff', 'nowhere'], 'there is no commit "nowhere" in this repository'],
    ['one that looks like an option', ['--since=--output=x'], 'there is no commit "--output=x"'],
    ['a file of a commit', ['diff', 'main:firebreak.yaml'], 'there is no commit "main:firebreak.yaml"'],
    ['an untrusted place for the policy', ['--policy-from', 'nowhere'], 'there is no commit "nowhere"'],
    ['stdin', ['diff', 'main', '-'], 'an inventory from stdin has no former state'],
    ['a path outside', ['diff', 'main', '/etc/hostname'], 'lies outside of the repository'],
  ])('is an error: %s', (_what, args, message) => {
    const outcome = firebreak(args, { cwd: repository(), input: old });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('is an error outside of a repository, and where git is not there', () => {
    const outside = firebreak(['diff', 'main'], { cwd: folderWith(files) });
    expect(outside).toMatchObject({ code: 2, stdout: '' });
    expect(outside.stderr).toContain('in no git repository');
    const without = firebreak(['diff', 'main'], { cwd: repository(), env: { PATH: '/nowhere' } });
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toContain('git is not installed');
  });

  it('is an error in a shallow clone, which says how to fetch all of it', () => {
    const cwd = repository();
    commit(cwd, { 'inventory/b.yaml': another });
    commit(cwd, { 'readme.md': 'more' });
    const shallow = join(folderWith({}), 'clone');
    git(cwd, 'clone', '--quiet', '--depth', '1', `file://${cwd}`, shallow);
    for (const ref of ['origin/main', 'HEAD~2']) {
      const outcome = firebreak(['diff', ref], { cwd: shallow });
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(outcome.stderr).toContain('fetch-depth: 0');
    }
    git(shallow, 'fetch', '--quiet', '--depth', '1', 'origin', 'main:refs/remotes/origin/main');
    const cut = firebreak(['diff', 'origin/main'], { cwd: shallow });
    expect(cut).toMatchObject({ code: 2, stdout: '' });
    expect(cut.stderr).toContain('nobody can say where this change left "origin/main"');
    git(shallow, 'fetch', '--quiet', '--unshallow', 'origin');
    expect(firebreak(['diff', 'origin/main'], { cwd: shallow }).code).toBe(1);
  });

  it('is an error in a partial clone that lacks the files; nothing is fetched', () => {
    const origin = repository();
    commit(origin, { 'inventory/a.yaml': `${old}# changed\n` });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const partial = join(folderWith({}), 'clone');
    git(origin, 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, partial);
    const before = git(partial, 'count-objects', '-v');
    const outcome = firebreak(['diff', 'origin/main'], { cwd: partial });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('partial');
    expect(git(partial, 'count-objects', '-v')).toBe(before);
  });

  it('is an error where the two have nothing in common', () => {
    const cwd = repository();
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    commit(cwd, { 'readme.md': 'a beginning of its own' });
    const outcome = diff(cwd);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('no common history');
  });

  it('is no pass: where there was no inventory, or none that could be audited, everything is new', () => {
    for (const before of [undefined, 'services: [']) {
      const cwd = branched({
        'firebreak.yaml': settings,
        ...(before === undefined ? {} : { 'inventory/a.yaml': before }),
      });
      write(cwd, { 'inventory/a.yaml': old });
      expect(diff(cwd).code).toBe(1);
      expect(json(['diff', 'main'], cwd).change.base.state).toBe(before === undefined ? 'absent' : 'unaudited');
    }
  });

  it('is no pass: where the settings of then cannot be used, that is said', () => {
    const cwd = branched({
      ...files,
      'firebreak.yaml': 'version: 1\ninventory: [inventory/**/*.yaml]\nfailOn: often\n',
    });
    write(cwd, { 'firebreak.yaml': settings });
    const { change } = json(['diff', 'main'], cwd);
    expect(change.base).toMatchObject({ state: 'audited', policy: 'unreadable' });
    expect(diff(cwd).stdout.replaceAll(/\s+/g, ' ')).toContain('nobody can say what of them asks for less');
    expect(diff(cwd, '--fail-on-weakened').code).toBe(1);
    expect(diff(cwd, '--policy-from', 'main').code).toBe(2);
  });

  it('is no pass: an inventory that is gone', () => {
    const cwd = repository();
    rmSync(join(cwd, 'inventory'), { recursive: true });
    expect(diff(cwd)).toMatchObject({ code: 3, stdout: '' });
    expect(diff(cwd, 'inventory').code).toBe(2);
  });

  it('is an error where the inventory lies in a submodule', () => {
    const inner = branched({ 'a.yaml': old });
    const cwd = branched({ 'firebreak.yaml': 'version: 1\ninventory: [vendor/inventory/*.yaml]\n' });
    git(cwd, 'submodule', '--quiet', 'add', inner, 'vendor/inventory');
    commit(cwd, {});
    git(cwd, 'branch', '--force', 'main');
    const outcome = diff(cwd);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('the submodule vendor/inventory');
    expect(firebreak(['diff', 'HEAD', 'a.yaml'], { cwd: join(cwd, 'vendor/inventory') }).code).toBe(0);
  });

  it('is read no further than the repository: a link that leads out of it is refused', () => {
    const secret = join(folderWith({ 'secret.yaml': 'services: { secret: {} }\n' }), 'secret.yaml');
    const cwd = repository();
    symlinkSync(secret, join(cwd, 'inventory/link.yaml'));
    commit(cwd, {});
    git(cwd, 'branch', '--force', 'main');
    rmSync(join(cwd, 'inventory/link.yaml'));
    const outcome = diff(cwd);
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('leads out of the repository');
    expect(outcome.stderr).not.toContain('secret:');
  });

  it('is read through links that stay inside', () => {
    const cwd = repository();
    symlinkSync('../elsewhere/b.yaml', join(cwd, 'inventory/link.yaml'));
    commit(cwd, { 'elsewhere/b.yaml': another });
    git(cwd, 'branch', '--force', 'main');
    expect(json(['diff', 'main'], cwd).change).toMatchObject({ known: 4, new: 0 });
  });
});
