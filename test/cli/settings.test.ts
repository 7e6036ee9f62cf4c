import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditOptions } from '../../src/cli/audit-options.js';
import { firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

/** A repository with these settings at its root, and an inventory two folders down. */
function repository(settings: string, more: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...gitMarker, 'firebreak.yaml': settings, 'a/b/inv.yaml': inventory, ...more });
}

const onlyLow = 'version: 1\nrules: { objective-missing: low, single-location: off }\n';

describe('settings', () => {
  it('are found upwards from the first input', () => {
    const cwd = repository(`${onlyLow}failOn: low\n`);
    const outside = folderWith({});
    expect(firebreak([join(cwd, 'a/b'), '-f', 'compact'], { cwd: outside }).stdout).toContain('low[objective-missing]');
  });

  it('are the nearest ones only', () => {
    const cwd = repository('version: 1\nrules: { owner-missing: off }\n', { 'a/firebreak.yaml': onlyLow });
    const { stdout } = firebreak(['a/b', '-f', 'compact'], { cwd });
    expect(stdout).toContain('low[objective-missing]');
    expect(stdout).toContain('[owner-missing]');
  });

  it('are not looked for beyond the repository', () => {
    const outer = folderWith({ 'firebreak.yaml': onlyLow, 'repo/.git/HEAD': '', 'repo/inv.yaml': inventory });
    expect(firebreak(['inv.yaml', '-f', 'compact'], { cwd: join(outer, 'repo') }).stdout).toContain(
      'high[objective-missing]',
    );
  });

  it('do not lead out of the repository through a link', () => {
    const outer = folderWith({ 'secret.yaml': 'secret: text', 'repo/.git/HEAD': '', 'repo/inv.yaml': inventory });
    symlinkSync('../secret.yaml', join(outer, 'repo/firebreak.yaml'));
    const outcome = firebreak(['inv.yaml'], { cwd: join(outer, 'repo') });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('firebreak.yaml leads out of the repository');
    expect(outcome.stderr).not.toContain('secret');
  });

  it.each(['firebreak.yml', '.firebreak.yaml', '.firebreak.yml'])('are not passed over in %s', (name) => {
    const cwd = folderWith({ ...gitMarker, [name]: onlyLow, 'a/b/inv.yaml': inventory });
    const outcome = firebreak(['a/b'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(`settings are read from firebreak.yaml, not from ${name}`);
    expect(firebreak(['a/b', '--no-config'], { cwd }).code).toBe(1);
  });

  it('may stand in the folder in which an inventory is looked for', () => {
    const cwd = folderWith({
      ...gitMarker,
      'dr/firebreak.yaml': `${onlyLow}failOn: low\ninventory: [services.yaml]\n`,
      'dr/services.yaml': inventory,
    });
    for (const args of [[], ['dr']])
      expect(firebreak([...args, '-f', 'compact'], { cwd }).stdout).toContain('low[objective-missing]');
    writeFileSync(join(cwd, 'firebreak.yaml'), 'version: 1\ninventory: [dr/services.yaml]\n');
    expect(firebreak(['-f', 'compact'], { cwd }).stdout).toContain('high[objective-missing]');
    const both = folderWith({ 'dr/firebreak.yaml': onlyLow, 'inventory/firebreak.yaml': onlyLow });
    expect(firebreak([], { cwd: both }).stderr).toContain('there are settings in inventory and in dr');
  });

  it('may stand beside an inventory that is called like them', () => {
    const cwd = folderWith({ ...gitMarker, 'firebreak.yml': inventory });
    expect(firebreak(['firebreak.yml'], { cwd }).code).toBe(1);
  });

  it('name a baseline by which it is found in a commit too', () => {
    const cwd = repository('version: 1\nbaseline: known.txt\n');
    const outcome = firebreak(['a'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('the baseline known.txt is not read: it is neither YAML nor JSON');
  });

  it('can be named or left out', () => {
    const cwd = repository(onlyLow, { 'other.yaml': 'version: 1\nrules: { objective-missing: critical }\n' });
    expect(firebreak(['a', '-f', 'compact', '--config', 'other.yaml'], { cwd }).stdout).toContain(
      'critical[objective-missing]',
    );
    expect(firebreak(['a', '-f', 'compact', '--no-config'], { cwd }).stdout).toContain('high[objective-missing]');
  });

  it('stand behind the environment, which stands behind flags', () => {
    const cwd = repository('version: 1\nfailOn: never\n');
    const args = ['a', '--rule', 'objective-missing'];
    expect(firebreak(args, { cwd }).code).toBe(0);
    expect(firebreak(args, { cwd, env: { FIREBREAK_FAIL_ON: 'high' } }).code).toBe(1);
    expect(firebreak([...args, '--fail-on', 'critical'], { cwd, env: { FIREBREAK_FAIL_ON: 'high' } }).code).toBe(0);
  });

  it('state the day behind --now and the environment', () => {
    const cwd = repository('version: 1\nnow: 2024-02-29\n');
    const day = (args: readonly string[], env: Readonly<Record<string, string>>): unknown =>
      JSON.parse(firebreak(['a', '-f', 'json', ...args], { cwd, env }).stdout).run.now;
    expect(day([], { SOURCE_DATE_EPOCH: '' })).toBe('2024-02-29');
    expect(day([], { SOURCE_DATE_EPOCH: '1769817600' })).toBe('2026-01-31');
    expect(day([], { FIREBREAK_NOW: '2025-05-05' })).toBe('2025-05-05');
    expect(day(['--now', '2023-03-03'], { FIREBREAK_NOW: '2025-05-05' })).toBe('2023-03-03');
  });

  it('do not keep a rule off that is asked for by name', () => {
    const cwd = repository('version: 1\nrules: { objective-missing: off }\n');
    expect(firebreak(['a', '-f', 'compact'], { cwd }).stdout).not.toContain('[objective-missing]');
    expect(firebreak(['a', '-f', 'compact', '--rule', 'objective-missing'], { cwd }).stdout).toContain(
      '[objective-missing]',
    );
  });

  it.each([
    ['an unknown key', 'version: 1\nfailon: high\n', 'failOn', 'firebreak.yaml:2:1'],
    [
      'an unknown rule',
      'version: 1\nrules:\n  objective-mising: low\n',
      'did you mean "objective-missing"?',
      'firebreak.yaml:3:3',
    ],
    ['an unknown severity', 'version: 1\nrules: { owner-missing: bad }\n', 'owner-missing', 'firebreak.yaml:2:'],
    [
      'an option that the rule does not have',
      'version: 1\nrules:\n  copies-too-close: { options: { minimun: 5km } }\n',
      'did you mean "minimum"?',
      'firebreak.yaml:3:34',
    ],
    [
      'an option of a rule that has none',
      'version: 1\nrules:\n  owner-missing: { options: { team: a } }\n',
      'it takes a severity only',
      'firebreak.yaml:3:31',
    ],
    [
      'an option that cannot be read',
      'version: 1\nrules:\n  copies-too-close: { options: { minimum: 5 } }\n',
      'write it in kilometres, like `30km`',
      'firebreak.yaml:3:43',
    ],
    ['a day that does not exist', 'version: 1\nnow: 2026-02-30\n', '2026-02-30', 'firebreak.yaml:2:6'],
    ['broken YAML', 'version: [', 'syntax', 'firebreak.yaml:'],
  ])('with %s are refused with a frame and exit code 2', (_case, settings, text, place) => {
    const outcome = firebreak(['a'], { cwd: repository(settings) });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(text);
    expect(outcome.stderr).toContain(place);
    expect(outcome.stdout).toBe('');
  });
});

describe('options of rules', () => {
  const capped = 'services: { pay: { owner: a, objectives: { rto: 4h } } }\n';
  const run = (settings: string): string =>
    firebreak(['pay.yaml', '-f', 'compact', '--rule', 'rto-above-cap'], {
      cwd: folderWith({ ...gitMarker, 'firebreak.yaml': settings, 'pay.yaml': capped }),
    }).stdout;

  it('count where they are set, and severities beside them', () => {
    expect(run('version: 1\n')).not.toContain('rto-above-cap');
    expect(run('version: 1\nrules: { rto-above-cap: { options: { cap: 2h } } }\n')).toContain('high[rto-above-cap]');
    expect(run('version: 1\nrules: { rto-above-cap: { severity: low, options: { cap: 2h } } }\n')).toContain(
      'low[rto-above-cap]',
    );
    expect(run('version: 1\nrules: { rto-above-cap: { options: { cap: 4h } } }\n')).not.toContain('rto-above-cap');
  });
});

describe('an inventory that the settings name', () => {
  const settings = (...paths: readonly string[]): string => `version: 1\ninventory: ${JSON.stringify(paths)}\n`;
  const files = { 'inventory/a.yaml': inventory, 'other/x.txt': '' };
  const run = (...paths: readonly string[]): readonly unknown[] => {
    const { code, stderr } = firebreak(['--fail-on', 'never', '-q'], {
      cwd: folderWith({ ...files, 'firebreak.yaml': settings(...paths) }),
    });
    return [code, stderr];
  };

  it('has to be there, so that no part of it is passed over', () => {
    expect(run('inventory/a.yaml')).toEqual([0, '']);
    expect(run('inventory/a.yaml', 'inventory/payments.yaml')).toEqual([
      2,
      expect.stringContaining('there is no YAML or JSON file inventory/payments.yaml, which `inventory` names'),
    ]);
    expect(run('inventory/a.yaml', 'inventory')).toEqual([2, expect.stringContaining('inventory/**/*.yaml')]);
    expect(run('inventory/a.yaml', 'other/x.txt')).toEqual([2, expect.stringContaining('no YAML or JSON file')]);
  });

  it('may be wider than what there is: a wildcard names nothing in particular', () => {
    expect(run('inventory/*.yaml', 'dr/**/*.yaml', '!inventory/b.yaml')).toEqual([0, '']);
  });
});

describe('the environment', () => {
  it('sets any flag, and a switch only when it is not said to be off', () => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory });
    const args = ['--rule', 'objective-missing'];
    expect(firebreak(args, { cwd, env: { FIREBREAK_EXIT_ZERO: '1' } }).code).toBe(0);
    for (const value of ['', '0', 'false', 'No'])
      expect(firebreak(args, { cwd, env: { FIREBREAK_EXIT_ZERO: value } }).code).toBe(1);
    expect(firebreak([], { cwd, env: { FIREBREAK_RULE: 'owner-missing', FIREBREAK_FORMAT: 'compact' } }).stdout).toBe(
      'inventory/a.yaml:6:3: low[owner-missing] chat: chat has no owner\n',
    );
    expect(firebreak(args, { cwd, env: { FIREBREAK_FAIL_ON: '' } }).code).toBe(1);
    expect(firebreak(args, { cwd, env: { FIREBREAK_FAIL_ON: 'sometimes' } }).code).toBe(2);
  });

  it.each([
    ['FIREBREAK_FAILON', 'FIREBREAK_FAIL_ON'],
    ['FIREBREAK_FAIL_ONN', 'FIREBREAK_FAIL_ON'],
    ['FIREBREAK_STRCT', 'FIREBREAK_STRICT'],
    ['FIREBREAK_MAXFINDING', 'FIREBREAK_MAX_FINDINGS'],
  ])('are refused from a variable that looks like one of ours: %s', (name, meant) => {
    const { code, stdout, stderr } = firebreak([], {
      cwd: folderWith({ 'a.dr.yaml': inventory }),
      env: { [name]: '1' },
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`nothing reads ${name}; did you mean ${meant}?`);
  });

  it.each(['FIREBREAK_TOKEN', 'FIREBREAK_VERSION', 'FIREBREAK_IMAGE', 'FIREBREAK_FUZZ_RUNS', 'FIREBREAK_DIR'])(
    'leave variables alone that are somebody else’s: %s',
    (name) => {
      const outcome = firebreak([], { cwd: folderWith({ 'a.dr.yaml': inventory }), env: { [name]: 'x' } });
      expect(outcome.code).toBe(1);
    },
  );

  it('sets what a flag takes away as well, so that a stricter gate is not a laxer one in silence', () => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory, 'firebreak.yaml': 'version: 1\nbaseline: known.json\n' });
    writeFileSync(join(cwd, 'known.json'), '{ "version": 1, "findings": [] }\n');
    expect(firebreak(['baseline', 'create', '--force'], { cwd }).code).toBe(0);
    expect(firebreak([], { cwd }).code).toBe(0);
    expect(firebreak(['--no-baseline'], { cwd }).code).toBe(1);
    expect(firebreak([], { cwd, env: { FIREBREAK_NO_BASELINE: '1' } }).code).toBe(1);
    expect(firebreak([], { cwd, env: { FIREBREAK_NO_CONFIG: 'true' } }).code).toBe(1);
    for (const value of ['', '0', 'no', 'n'])
      expect(firebreak([], { cwd, env: { FIREBREAK_NO_BASELINE: value } }).code).toBe(0);
    expect(firebreak(['--baseline', 'known.json'], { cwd, env: { FIREBREAK_NO_BASELINE: '1' } }).code).toBe(0);
    const plain = firebreak([], { cwd, env: { FIREBREAK_NO_COLOR: '1', FORCE_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b[');
  });

  it('has a variable for every flag of audit', () => {
    const without = auditOptions().filter(({ envVar }) => envVar === undefined);
    expect(without.map(({ long }) => long)).toEqual([]);
  });
});

describe('config show', () => {
  it('prints JSON when asked to', () => {
    const cwd = repository(`${onlyLow}failOn: low\n`);
    const args = ['config', 'show', 'a/b', '--max-findings', '3'];
    const { code, stdout, stderr } = firebreak([...args, '-f', 'json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { file, settings } = JSON.parse(stdout);
    expect(file).toBe('firebreak.yaml');
    expect(settings).toContainEqual({ name: 'failOn', value: 'low', origin: 'firebreak.yaml:3' });
    expect(settings).toContainEqual({ name: 'maxFindings', value: '3', origin: 'flag --max-findings' });
    expect(firebreak([...args, '-f', 'sarif'], { cwd }).stdout).toMatch(/^format +sarif +flag --format$/m);
  });
});
