import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

const service = (id: string): string => `version: 1\nservices:\n  ${id}: { replicas: [] }\n`;

/** The files that went into an audit, as its report names them. */
function audited(args: readonly string[], cwd: string, input = ''): readonly string[] {
  const { stdout, stderr } = firebreak([...args, '-f', 'json'], { cwd, input });
  if (stdout === '') throw new Error(stderr);
  const report: { readonly run: { readonly inputs: readonly { readonly path: string }[] } } = JSON.parse(stdout);
  return report.run.inputs.map(({ path }) => path);
}

describe('inputs', () => {
  it('are files, folders with all below them, and globs', () => {
    const cwd = folderWith({
      'inv/a.yaml': service('a'),
      'inv/deep/b.yml': service('b'),
      'inv/deep/c.json': JSON.stringify({ version: 1, services: { c: { replicas: [] } } }),
      'inv/deep/readme.md': 'no inventory',
      'inv/.hidden/d.yaml': 'not: read',
      'inv/node_modules/e.yaml': 'not: read',
      'inv/firebreak.yaml': 'version: 1\n',
      'one.yaml': service('one'),
    });
    expect(audited(['inv'], cwd)).toEqual(['inv/a.yaml', 'inv/deep/b.yml', 'inv/deep/c.json']);
    expect(audited(['one.yaml', 'inv/a.yaml'], cwd)).toEqual(['inv/a.yaml', 'one.yaml']);
    expect(audited(['inv/**/*.yml', './inv/deep'], cwd)).toEqual(['inv/deep/b.yml', 'inv/deep/c.json']);
  });

  it('are the usual places when nothing is named', () => {
    const cwd = folderWith({
      'inventory/a.yaml': service('a'),
      'dr/b.yaml': service('b'),
      'x.dr.yaml': service('x'),
      'other.yaml': 'x: y',
    });
    expect(audited([], cwd)).toEqual(['dr/b.yaml', 'inventory/a.yaml', 'x.dr.yaml']);
  });

  it('are what the settings say when nothing is named, from any folder below', () => {
    const cwd = folderWith({
      ...gitMarker,
      'firebreak.yaml': 'version: 1\ninventory: ["sites/*.yaml", "!sites/old.yaml"]\n',
      'sites/a.yaml': service('a'),
      'sites/old.yaml': 'not: read',
      'docs/readme.md': '',
    });
    expect(audited([], cwd)).toEqual(['sites/a.yaml']);
    expect(audited([], join(cwd, 'docs'))).toEqual(['sites/a.yaml']);
  });

  it('come from stdin under the name they are given', () => {
    const cwd = folderWith({ 'inv/a.yaml': service('a'), 'inv/b.yaml': service('old') });
    expect(audited(['-'], cwd, service('s'))).toEqual(['stdin']);
    expect(audited(['-', 'inv', '--stdin-filename', 'inv/b.yaml'], cwd, service('new'))).toEqual([
      'inv/a.yaml',
      'inv/b.yaml',
    ]);
    const { stdout } = firebreak(['-', '--stdin-filename', 'x.yaml', '-f', 'compact', '--rule', 'owner-missing'], {
      cwd,
      input: inventory,
    });
    expect(stdout).toContain('x.yaml:6:3: low[owner-missing] chat:');
  });

  it('do not lead out of the repository through a link', () => {
    const outside = folderWith({ 'secret.yaml': service('secret') });
    const cwd = folderWith({ ...gitMarker, 'inv/a.yaml': service('a') });
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'inv/link.yaml'));
    symlinkSync(outside, join(cwd, 'linked'));
    for (const operand of ['inv', 'inv/link.yaml', 'linked', 'inv/*.yaml']) {
      const outcome = firebreak([operand], { cwd });
      expect(outcome.code).toBe(3);
      expect(outcome.stderr).toContain('leads out of the repository');
      expect(outcome.stdout).toBe('');
    }
    symlinkSync('a.yaml', join(cwd, 'inv/same.yml'));
    expect(audited(['inv/same.yml'], cwd)).toEqual(['inv/same.yml']);
  });

  it('that settings name stay within the repository', () => {
    const outer = folderWith({
      'secret.yaml': service('secret'),
      'repo/.git/HEAD': '',
      'repo/inv/a.yaml': service('a'),
      'repo/firebreak.yaml': 'version: 1\ninventory: ["../*.yaml"]\n',
    });
    const outcome = firebreak([], { cwd: join(outer, 'repo') });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('../secret.yaml leads out of the repository');
  });

  it('are refused where one is empty: a variable that is not set would audit wherever one is', () => {
    const { code, stdout, stderr } = firebreak([''], { cwd: folderWith({ 'inventory/a.yaml': service('a') }) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a path is empty');
  });

  it('survive folders that link to themselves', () => {
    const cwd = folderWith({ 'inv/a.yaml': service('a') });
    symlinkSync('.', join(cwd, 'inv/loop'));
    expect(audited(['inv'], cwd)).toEqual(['inv/a.yaml']);
  });

  it('can lie outside of the repository when they are named', () => {
    const outside = folderWith({ 'a.yaml': service('a') });
    const cwd = folderWith(gitMarker);
    expect(firebreak([join(outside, 'a.yaml'), '--rule', 'owner-missing'], { cwd }).code).toBe(0);
  });
});

describe('paths in reports', () => {
  const cwd = folderWith({ ...gitMarker, 'team/inventory/a.yaml': inventory, 'other/x.txt': '' });
  const run = (folder: string, operand: string, format: string): string =>
    firebreak([operand, '-f', format, '--rule', 'owner-missing'], { cwd: join(cwd, folder) }).stdout;

  it('are those of the reader in formats for people', () => {
    expect(run('.', 'team', 'compact')).toMatch(/^team\/inventory\/a\.yaml:6:3: /);
    expect(run('team', 'inventory', 'compact')).toMatch(/^inventory\/a\.yaml:6:3: /);
    expect(run('other', '../team', 'pretty')).toContain('┌─ ../team/inventory/a.yaml:6:3');
  });

  it('are those of the repository in formats for programs, byte for byte', () => {
    const fromRoot = run('.', 'team', 'json');
    expect(fromRoot).toContain('"path": "team/inventory/a.yaml"');
    expect(run('team', 'inventory', 'json')).toBe(fromRoot);
    expect(run('other', join(cwd, 'team'), 'json')).toBe(fromRoot);
  });

  it('do not depend on time zone or language', () => {
    const args = ['team', '-f', 'json', '--now', '2026-01-31'];
    const plain = firebreak(args, { cwd }).stdout;
    expect(firebreak(args, { cwd, env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '' } }).stdout).toBe(
      plain,
    );
  });
});
