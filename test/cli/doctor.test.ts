import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, inventory, misspelt, type Outcome } from './fixtures/firebreak.js';

const cwd = folderWith({ 'inventory/a.yaml': inventory, 'firebreak.yaml': 'version: 1\nfailOn: critical\n' });
const doctor = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}, folder = cwd): Outcome =>
  firebreak(['doctor', ...args], { cwd: folder, env });
/** Cells of the rows, by the first of them. */
const rows = ({ stdout }: Outcome): ReadonlyMap<string, readonly string[]> =>
  new Map(
    stdout.split('\n').map((line) => {
      const [name = '', ...cells] = line.trim().split(/ {2,}/);
      return [name, cells];
    }),
  );

describe('doctor', () => {
  it('tells what is in force and where it comes from', () => {
    const outcome = doctor(['--min-severity', 'low'], { FIREBREAK_MAX_FINDINGS: '3' });
    const told = rows(outcome);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(told.get('node')).toEqual([`${process.versions.node} (${process.platform} ${process.arch})`]);
    expect(told.get('file')).toEqual(['firebreak.yaml']);
    expect(told.get('failOn')).toEqual(['critical', 'firebreak.yaml:2']);
    expect(told.get('maxFindings')).toEqual(['3', 'env FIREBREAK_MAX_FINDINGS']);
    expect(told.get('minSeverity')).toEqual(['low', 'flag --min-severity']);
    expect(told.get('files')).toEqual([`1, ${inventory.length} bytes`]);
    expect(told.get('inventory/a.yaml')).toEqual([`${inventory.length} bytes`]);
    expect(told.get('repository')).toEqual(['none around this folder']);
  });

  it('prints JSON when asked to, and ends with the same code', () => {
    const outcome = doctor(['-f', 'json', '--min-severity', 'low']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const { exitCode, sections } = JSON.parse(outcome.stdout);
    expect(exitCode).toBe(0);
    expect(sections.map(({ title }: { title: string }) => title)).toEqual([
      'firebreak',
      'settings',
      'inventory',
      'output',
      'git',
      'environment',
    ]);
    expect(sections[1].facts).toContainEqual({ name: 'failOn', value: 'critical', note: 'firebreak.yaml:2' });
    expect(sections[2].facts).toContainEqual({
      name: 'files',
      value: 'inventory/a.yaml',
      note: `${inventory.length} bytes`,
    });
    const wrong = doctor(['-f', 'json'], {}, folderWith({ 'firebreak.yaml': 'version: 1\nfailOn: hihg\n' }));
    expect(wrong.code).toBe(2);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ exitCode: 2 });
  });

  it.each([
    [[], {}, ['off', 'stdout is no terminal']],
    [[], { FORCE_COLOR: '1' }, ['on, level 1', 'FORCE_COLOR']],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, ['off', 'NO_COLOR']],
    [[], { GITHUB_ACTIONS: 'true' }, ['on, level 1', 'GITHUB_ACTIONS']],
    [['--no-color'], { FORCE_COLOR: '3' }, ['off', '--color never']],
  ])('tells what decides on colour: %j %j', (args, env, cells) => {
    const text = stripVTControlCharacters(doctor(args, env).stdout);
    expect(rows({ code: 0, stdout: text, stderr: '' }).get('colour')).toEqual(cells);
  });

  it('can be shown to others: no home folder, no value of a variable', () => {
    const home = folderWith({});
    const project = join(home, 'project');
    mkdirSync(project);
    const env = { HOME: home, FIREBREAK_TOKEN: 'not-for-others', GIT_DIR: '/not-for-others', CI: 'not-for-others' };
    const missing = doctor(['--config', join(home, 'no.yaml'), join(home, 'elsewhere')], env, project);
    expect(missing.stdout + missing.stderr).not.toContain(home);
    expect(missing.stdout).toContain('~/no.yaml');
    expect(missing.stdout).not.toContain('not-for-others');
    expect(rows(missing).get('set')?.join(' ')).toMatch(/CI, FIREBREAK_TOKEN, GIT_DIR/);
    expect(missing.code).toBe(2);
  });

  it('goes on where something is wrong, says what, and ends with the code an audit would have', () => {
    const wrong = doctor([], {}, folderWith({ 'firebreak.yaml': 'version: 1\nfailOn: hihg\n' }));
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toContain('firebreak.yaml:2:9');
    expect(wrong.stdout).toMatch(/^git$/m);
    const none = doctor([], {}, folderWith({}));
    expect(none.code).toBe(3);
    expect(none.stdout).toContain('no inventory found; looked for ./inventory');
    // What is in the files is for the audit to say.
    expect(doctor([], {}, folderWith({ 'inventory/a.yaml': misspelt })).code).toBe(0);
  });

  it('is no command to what runs it, whatever a file is called', () => {
    const folder = folderWith({ '::error ::x.dr.yaml': inventory });
    const { stdout, stderr } = doctor([], { GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, folder);
    expect(stdout).toContain(':error ::x.dr.yaml');
    expect(`${stdout}\n${stderr}`).not.toMatch(/^\s*::/m);
  });

  it('fits 80 columns', () => {
    const { stdout } = doctor(['--rule', 'objective-missing', '--rule', 'owner-missing'], { COLUMNS: '80' });
    expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});
