import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/command-names.js';
import { buildProgram } from '../../src/cli/program.js';
import { rules } from '../../src/rules/index.js';
import { firebreak, folderWith, root } from './fixtures/firebreak.js';

const manifest: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const cwd = folderWith({});
const tooWide = (text: string, width = 80): readonly string[] =>
  text.split('\n').filter((line) => stringWidth(line) > width);

describe('--help', () => {
  const { stdout } = firebreak(['--help'], { cwd });

  it('fits a screen', () => {
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
    expect(tooWide(stdout)).toEqual([]);
  });

  it('names every command and every exit code', () => {
    const aliases = ['check', 'lint', 'rule', 'help'];
    const named = (stdout.match(/^ {2}[a-z]+(?:, [a-z]+)*(?= )/gm) ?? []).flatMap((names) => names.trim().split(', '));
    expect(commandNames.filter((name) => !aliases.includes(name) && !named.includes(name))).toEqual([]);
    for (const code of ['0 clean', '1 findings', '2 wrong usage', '3 input', '4 internal'])
      expect(stdout).toContain(code);
  });

  it('names only flags that there are', () => {
    const flags = stdout.match(/--[a-z-]+/g) ?? [];
    const { stdout: all } = firebreak(['audit', '--help'], { cwd });
    expect(flags.filter((flag) => flag !== '--help' && !all.includes(flag))).toEqual([]);
    expect(flags.length).toBeGreaterThan(8);
  });
});

describe('command names', () => {
  it('that a typing mistake is compared with are those that there are', () => {
    const program = buildProgram({ packageRoot: new URL('file:///'), finish: () => undefined });
    const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
    expect([...commandNames].sort()).toEqual([...names, 'help'].sort());
  });

  it.each([[['help']], [['-h']], [['help', 'audit']], [['--color', 'never', 'rules']]])('%j works', (args) => {
    expect(firebreak(args, { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a name that there is not', () => {
  it.each([
    ['explain servce orders', 'there is no rule "servce"', 'did you mean "firebreak explain service orders"?'],
    ['explain weak-lnik', 'there is no rule "weak-lnik"', 'did you mean "weak-link"?'],
    ['rules tets', 'there is no command "rules tets"', 'did you mean "firebreak rules test"?'],
    ['rules weak-link', 'there is no command "rules weak-link"', 'firebreak rules --help lists what there is'],
    ['help nope', 'there is no command "nope"', 'firebreak --help lists the commands'],
    ['help expain', 'there is no command "expain"', 'did you mean "firebreak help explain"?'],
  ])('firebreak %s', (line, message, help) => {
    const outcome = firebreak(line.split(' '), { cwd });
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: `firebreak: ${message}\n  ${help}\n` });
  });

  it('of a service is answered with those that there are, so many as there is room for', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `some-service-${index}`);
    const services = ids.map((id) => `  ${id}: { failsWith: [] }\n`).join('');
    const many = folderWith({ 'a.dr.yaml': `version: 1\nservices:\n${services}` });
    const { code, stderr } = firebreak(['explain', 'service', 'zzz'], { cwd: many });
    expect(code).toBe(2);
    expect(tooWide(stderr)).toEqual([]);
    expect(stderr).toMatch(/ and 280\s+more\n/);
  });
});

describe('--version', () => {
  it.each([['--version'], ['-V']])('%s is that of the package', (flag) => {
    expect(firebreak([flag], { cwd }).stdout).toBe(`${manifest.version}\n`);
  });
});

describe('rules', () => {
  it('lists every rule at 80 columns', () => {
    const { stdout } = firebreak(['rules'], { cwd, env: { COLUMNS: '80' } });
    expect(rules.filter(({ id }) => !new RegExp(` ${id}( |$)`, 'm').test(stdout))).toEqual([]);
    expect(tooWide(stdout)).toEqual([]);
  });

  it('gives every rule as JSON and as Markdown', () => {
    const listed: readonly { readonly id: string }[] = JSON.parse(
      firebreak(['rules', '--format', 'json'], { cwd }).stdout,
    );
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const { stdout } = firebreak(['rules', '--format', 'markdown'], { cwd });
    expect(stdout.match(/^## .*$/gm)).toEqual(rules.map(({ id }) => `## ${id}`));
  });
});

describe('explain', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('tells all about %s at 80 columns', (id, rule) => {
    const { stdout, code } = firebreak(['explain', id], { cwd, env: { COLUMNS: '80' } });
    // Korean may be broken between any two syllables.
    const flat = stdout.replaceAll(/\s+/g, '');
    expect(code).toBe(0);
    for (const text of [id, rule.severity, rule.summary, rule.why, rule.fix, ...rule.controls])
      expect(flat).toContain(text.replaceAll(/\s+/g, ''));
    // YAML is not wrapped: it has to be right when it is copied.
    const examples = new Set(`${rule.avoid}\n${rule.prefer}`.split('\n').map((line) => line.trim()));
    expect(tooWide(stdout).filter((line) => !line.includes('http') && !examples.has(line.trim()))).toEqual([]);
  });

  it('tells every value in force for a service and where it was written', () => {
    const folder = folderWith({
      'inventory/places.yaml':
        'version: 1\nlocations:\n  building-a: { kind: building }\n  hall-a: { in: building-a }\n',
      'inventory/tiers.yaml':
        'version: 1\ndefaults:\n  owner: everybody\ntiers:\n  gold:\n    objectives: { rto: 30m, survive: [building] }\n',
      'inventory/services.yaml':
        'version: 1\nservices:\n  chat:\n    tier: gold\n    replicas:\n      - { at: hall-a, role: primary }\n    recovery:\n      detect: 5m\n',
    });
    const { stdout, code } = firebreak(['explain', 'service', 'chat'], { cwd: folder, env: { COLUMNS: '80' } });
    const table = stdout.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' | '));
    expect(code).toBe(0);
    expect(table).toContain('owner | everybody | inventory/tiers.yaml:3 (defaults)');
    expect(table).toContain('objectives.rto | 30m | inventory/tiers.yaml:6 (tier)');
    expect(table).toContain('replicas[0].at | hall-a | inventory/services.yaml:6');
    expect(table).toContain('recovery.detect | 5m | inventory/services.yaml:8');
    expect(table).toContain('kind | service | built in');
    expect(stdout).toMatch(/unset .*recovery\.decide/s);
    expect(tooWide(stdout)).toEqual([]);
  });

  it('refuses what it does not know', () => {
    expect(firebreak(['explain', 'service'], { cwd }).code).toBe(2);
    expect(firebreak(['explain', 'owner-missing', 'more'], { cwd }).code).toBe(2);
    expect(firebreak(['explain', 'service', 'chat'], { cwd }).code).toBe(3);
  });
});

describe('schema', () => {
  it.each(['inventory', 'settings', 'report'])('prints the one of the %s', (name) => {
    expect(firebreak(['schema', name], { cwd }).stdout).toBe(
      readFileSync(join(root, `schemas/${name}.v1.schema.json`), 'utf8'),
    );
  });
});

describe('a folder that cannot be made', () => {
  it.runIf(existsSync('/proc/self'))('is told, where the system only says that it is not there', () => {
    for (const args of [
      ['init', '/proc/x'],
      ['rules', 'new', 'acme/a', '--dir', '/proc/x/y'],
      ['demo', '--copy', '/proc/x'],
    ]) {
      const { code, stdout, stderr } = firebreak(args, { cwd });
      expect([code, stdout]).toEqual([4, '']);
      expect(stderr).toMatch(/^firebreak: cannot write \/proc\/x.*: ENOENT/);
    }
  });
});

describe('init', () => {
  it('writes an inventory that can be audited, and never over anything', () => {
    const folder = folderWith({});
    const written = [
      'inventory/inventory.yaml',
      'firebreak.yaml',
      '.firebreak/inventory.v1.schema.json',
      '.firebreak/settings.v1.schema.json',
    ];
    expect(firebreak(['init'], { cwd: folder })).toMatchObject({
      code: 0,
      stdout: `${written.join('\n')}\n`,
    });
    const audited = firebreak([], { cwd: folder });
    expect(audited.code, audited.stdout + audited.stderr).toBe(1);
    // Editors complete from the schema that the first line names, so it must be there.
    for (const path of written.slice(0, 2)) {
      const [, schema = ''] =
        /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(join(folder, path), 'utf8')) ?? [];
      expect(JSON.parse(readFileSync(join(folder, path, '..', schema), 'utf8'))).toHaveProperty('$id');
    }
    const again = firebreak(['init'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('exist already; nothing was written');
  });

  it('writes nothing when one of its files is there', () => {
    const folder = folderWith({ 'new/firebreak.yaml': 'version: 1\n' });
    expect(firebreak(['init', 'new'], { cwd: folder }).code).toBe(2);
    expect(existsSync(join(folder, 'new/inventory'))).toBe(false);
  });

  it('makes the folder it is given', () => {
    const folder = folderWith({});
    expect(firebreak(['init', 'some/where'], { cwd: folder }).stdout).toContain('some/where/firebreak.yaml');
  });
});
