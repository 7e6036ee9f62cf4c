import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanEnvironment, firebreak, folderWith, gitMarker, root } from './fixtures/firebreak.js';

const minimal = readFileSync(join(root, 'examples/minimal/inventory.yaml'), 'utf8');
/** Fires for every service, and hurts as much as any rule. */
const ownRule = `version: 1
rules:
  - id: acme/name-short
    on: service
    assert: size(service.id) > 100
    severity: critical
    summary: Names are short
    message: '"{service.id} is short"'
    why: It is short.
    fix: Lengthen it.
`;

/** A folder where nothing is found by itself: all has to be named. */
const cwd = folderWith({
  ...gitMarker,
  "far/it's mine/a.yaml": minimal,
  'policy/settings.yaml': 'version: 1\n',
  'own/firebreak.yaml':
    'version: 1\nrules: { copies-share-building: off, single-location: off }\nownRules: [rules/*.yaml]\n',
  'own/rules/own.yaml': ownRule,
  'own/a.yaml': minimal,
  '-dash.yaml': minimal,
});
const day = ['--now', '2026-06-30'];

const env = { COLUMNS: '60' };

/** The commands that stand behind `next`, each on one line. */
function suggested(args: readonly string[], input = ''): readonly string[] {
  const { stdout } = firebreak(args, { cwd, env, input });
  const lines = stdout.slice(stdout.indexOf('\n  next ')).split('\n');
  return lines.map((line) => line.replace(/^ {2}next/, '').trim()).filter((line) => line.startsWith('firebreak '));
}

/** Pastes a command into a shell. */
function pasted(command: string): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const script = `firebreak() { "${process.execPath}" "${bin}" "$@"; }\n${command}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

describe('the commands that an output suggests', () => {
  it.each([
    [["far/it's mine"]],
    [["far/it's mine/a.yaml", '--config', 'policy/settings.yaml']],
    [["far/it's mine", '--no-config']],
    [['--', '-dash.yaml']],
    [['own', '--rule', 'acme/*']],
    [['own']],
  ])('work when pasted after audit of %j', (args) => {
    const commands = suggested(['audit', ...day, ...args]);
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) {
      const { code, stderr } = pasted(command);
      expect([command, code, stderr.replace(/^firebreak: auditing .*\n/, '')]).toEqual([command, 0, '']);
    }
  });

  it('find a rule of the team itself where its settings are', () => {
    expect(suggested(['audit', 'own', '--rule', 'acme/*'])[0]).toBe(
      'firebreak explain acme/name-short --config own/firebreak.yaml',
    );
  });

  it('go on after a simulation with the same paths, settings and end of the loss', () => {
    const args = ['simulate', "far/it's mine", '--config', 'policy/settings.yaml', '--lose', 'harbour-street'];
    const [command = '', ...others] = suggested([...args, '--lasts', '36h']);
    expect(others).toEqual([]);
    const { code, stdout } = pasted(command);
    expect(code).toBe(0);
    expect(stdout).toContain('orders 1d12h = outage 1d12h');
    const [forEver = ''] = suggested([...args, '--destroys']);
    expect(pasted(forEver).stdout).toContain('for ever: nothing lost comes back');
  });

  it.each([[['service', 'orders', 'far']], [['weak-link']]])('ends no loss that nobody named: explain %j', (args) => {
    for (const ending of [['--lasts', '2d'], ['--destroys']]) {
      const { code, stderr } = firebreak(['explain', ...args, ...ending], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(`firebreak: ${ending[0] ?? ''} goes with --if-lost\n`);
    }
  });

  it('take out of the right baseline what is fixed', () => {
    const files = {
      'own.yaml': minimal,
      'fixed.yaml': minimal
        .replace('at: dc-2', 'at: elsewhere')
        .replace('locations:', 'locations:\n  elsewhere: { kind: building }'),
    };
    const here = folderWith({ ...gitMarker, ...files });
    expect(firebreak(['baseline', 'create', 'own.yaml', '--baseline', 'b.json', ...day], { cwd: here }).code).toBe(0);
    const { stdout } = firebreak(['fixed.yaml', '--baseline', 'b.json', ...day], { cwd: here });
    expect(stdout).toContain('firebreak baseline prune fixed.yaml --baseline b.json\n');
  });

  it('name nothing that cannot be read again', () => {
    expect(suggested(['audit', '-', ...day], minimal)).toEqual(['firebreak explain copies-share-building']);
  });
});
