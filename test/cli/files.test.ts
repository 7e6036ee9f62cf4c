import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { bin, cleanEnvironment, firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

const project = (): string => folderWith({ 'inventory/a.yaml': inventory });
const names = [...reporters.keys()];
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('every format at once', () => {
  it('goes to its own file, with the exit code of the audit', () => {
    const cwd = project();
    const files = names.flatMap((name) => ['-f', `${name}=out/${name}`]);
    const outcome = firebreak(['inventory', ...files], { cwd });
    expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(names.toSorted());
    for (const name of names.filter((one) => one !== 'pretty'))
      expect(read(cwd, `out/${name}`)).toBe(firebreak(['inventory', '-f', name], { cwd }).stdout);
  });

  it('has the same bytes in another language, time zone and terminal', () => {
    const cwd = project();
    const files = (folder: string): readonly string[] => names.flatMap((name) => ['-f', `${name}=${folder}/${name}`]);
    firebreak(['inventory', ...files('here')], { cwd });
    const env = {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      COLUMNS: '50',
      FORCE_COLOR: '3',
    };
    firebreak(['inventory', ...files('there')], { cwd, env });
    for (const name of names) expect(read(cwd, `there/${name}`)).toBe(read(cwd, `here/${name}`));
  });

  it('is the same from wherever in the repository it is asked for', () => {
    const cwd = folderWith({ ...gitMarker, 'inventory/a.yaml': inventory });
    for (const name of names.filter((one) => !['pretty', 'compact'].includes(one)))
      expect(firebreak(['a.yaml', '-f', name], { cwd: join(cwd, 'inventory') }).stdout).toBe(
        firebreak(['inventory', '-f', name], { cwd }).stdout,
      );
  });
});

describe('stdout', () => {
  it('takes one document, and commands after one for people', () => {
    const cwd = project();
    const { stdout, code } = firebreak(['-q', '-f', 'github', '-f', 'compact'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^inventory\/a\.yaml:.*\n(?:.*\n)*?::error file=inventory\/a\.yaml,/);
    for (const formats of [
      ['json', 'github'],
      ['github', 'github'],
      ['pretty', 'compact'],
      ['pretty', 'github', 'github'],
    ]) {
      const refused = firebreak(
        formats.flatMap((name) => ['-f', name]),
        { cwd },
      );
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('only one format can go to stdout');
    }
  });

  it('is 4 on a full disk', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `'${process.execPath}' '${bin}' -f sarif > /dev/full`], {
      cwd: project(),
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(status).toBe(4);
    expect(stderr).toContain('cannot write the output');
  });
});

describe('a file', () => {
  it('may have = and blanks in its path, and gets the folders it needs', () => {
    const cwd = project();
    expect(firebreak(['-f', 'json=a=b/c d=.json'], { cwd }).code).toBe(1);
    expect(JSON.parse(read(cwd, 'a=b/c d=.json'))).toMatchObject({ gate: { result: 'fail' } });
  });

  it('is replaced as a whole and keeps its mode', () => {
    const cwd = project();
    writeFileSync(join(cwd, 'out.json'), 'x'.repeat(1_000_000));
    chmodSync(join(cwd, 'out.json'), 0o600);
    firebreak(['-f', 'json=out.json'], { cwd });
    expect(JSON.parse(read(cwd, 'out.json'))).toHaveProperty('gate');
    expect(statSync(join(cwd, 'out.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd).sort()).toEqual(['inventory', 'out.json']);
  });

  it('is never written through a symbolic link', () => {
    const cwd = project();
    writeFileSync(join(cwd, 'elsewhere'), 'precious');
    symlinkSync('elsewhere', join(cwd, 'out.json'));
    expect(firebreak(['-f', 'json=out.json'], { cwd }).code).toBe(1);
    expect(read(cwd, 'elsewhere')).toBe('precious');
    expect(lstatSync(join(cwd, 'out.json')).isFile()).toBe(true);
  });

  it('is never an input, however its path is written, also for a simulation', () => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory, 'firebreak.yaml': 'version: 1\n' });
    symlinkSync('inventory', join(cwd, 'same'));
    for (const path of ['inventory/a.yaml', 'same/a.yaml', 'firebreak.yaml'])
      for (const args of [['audit'], ['simulate', '--lose', 'building-a']]) {
        const outcome = firebreak([...args, '-f', `json=${path}`], { cwd });
        expect(outcome).toMatchObject({ code: 2, stdout: '' });
        expect(outcome.stderr).toContain('which is an input');
      }
    expect(read(cwd, 'inventory/a.yaml')).toBe(inventory);
  });

  it('is not two reports, however its path is written', () => {
    const cwd = project();
    mkdirSync(join(cwd, 'out'));
    symlinkSync('out', join(cwd, 'same'));
    const outcome = firebreak(['-f', 'json=out/x', '-f', 'csv=same/x'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('two formats would be written to');
    expect(readdirSync(join(cwd, 'out'))).toEqual([]);
  });

  it.each([
    ['a full disk', '/dev/full', 'ENOSPC'],
    ['a folder', 'inventory', 'it is a folder'],
    ['a path below a file', 'inventory/a.yaml/x', 'ENOTDIR'],
    ['a name that is too long', 'x'.repeat(300), 'ENAMETOOLONG'],
  ])('that cannot be written is exit code 4 and leaves nothing behind: %s', (_case, path, reason) => {
    const cwd = project();
    for (const args of [['audit'], ['simulate', '--lose', 'building-a']]) {
      const { code, stderr, stdout } = firebreak([...args, 'inventory', '-f', `json=${path}`, '-f', 'markdown'], {
        cwd,
      });
      expect(code).toBe(4);
      expect(stderr).toContain('firebreak: cannot write ');
      expect(stderr).toContain(reason);
      expect(stdout).toMatch(/^# /);
      expect(readdirSync(cwd)).toEqual(['inventory']);
      expect(readdirSync(join(cwd, 'inventory'))).toEqual(['a.yaml']);
    }
  });

  it('may be a device or a pipe, which stay what they are', () => {
    const cwd = project();
    const { status, stdout } = spawnSync('sh', ['-c', `'${process.execPath}' '${bin}' -f jsonl=/dev/stdout | cat`], {
      cwd,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\{"record":"finding"/);
    expect(lstatSync('/dev/stdout').isSymbolicLink()).toBe(true);
    expect(spawnSync('sh', ['-c', 'mkfifo pipe'], { cwd }).status).toBe(0);
    const reader = spawn('cat', [join(cwd, 'pipe')], { stdio: 'ignore' });
    expect(firebreak(['-f', 'json=pipe'], { cwd }).code).toBe(1);
    reader.kill();
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });
});

describe('the summary of a step on GitHub', () => {
  const env = (cwd: string): Readonly<Record<string, string>> => ({ GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') });

  it('is added to, not replaced, within what is left of its limit', () => {
    const cwd = project();
    writeFileSync(join(cwd, 'summary.md'), '# Before\n');
    firebreak(['-f', 'summary=summary.md', '-q'], { cwd, env: env(cwd) });
    expect(read(cwd, 'summary.md')).toMatch(/^# Before\n## Disaster-recovery audit: failed\n/);
    const full = '.'.repeat(1024 * 1024 - 100);
    writeFileSync(join(cwd, 'summary.md'), full);
    firebreak(['-f', 'summary=summary.md', '-q'], { cwd, env: env(cwd) });
    expect(read(cwd, 'summary.md')).toBe(full);
  });

  it('is an ordinary file to whom it does not belong', () => {
    const cwd = project();
    writeFileSync(join(cwd, 'summary.md'), '# Before\n');
    firebreak(['-f', 'summary=summary.md'], { cwd });
    expect(read(cwd, 'summary.md')).toMatch(/^## Disaster-recovery/);
  });
});

describe('an interrupted run', () => {
  const services = Array.from(
    { length: 30_000 },
    (_, index) => `  s${index}: { owner: "${'x'.repeat(1_500)}" }\n`,
  ).join('');

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves no part of a file behind: %s', async (signal) => {
    const cwd = folderWith({ 'many.yaml': `version: 1\nservices:\n${services}` });
    const out = join(cwd, 'out');
    mkdirSync(out);
    const args = ['many.yaml', '-f', 'json=out/report.json', '--rule', 'objective-missing'];
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: cleanEnvironment(), stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.once('exit', (_code, by) => resolve(by));
    });
    const poll = setInterval(() => {
      if (readdirSync(out).length > 0) {
        clearInterval(poll);
        child.kill(signal);
      }
    }, 1);
    const by = await ended;
    clearInterval(poll);
    // Fast machines may have written it all before the signal came.
    expect(readdirSync(out).filter((name) => name !== 'report.json')).toEqual([]);
    if (existsSync(join(out, 'report.json'))) expect(JSON.parse(read(out, 'report.json'))).toHaveProperty('gate');
    else expect(by).toBe(signal);
  });
});

describe('simulate', () => {
  it('writes several formats at once', () => {
    const cwd = project();
    const lose = ['simulate', '--lose', 'building-a'];
    const outcome = firebreak([...lose, 'inventory', '-f', 'pretty', '-f', 'json=s.json', '-f', 'markdown=s=1.md'], {
      cwd,
    });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('Loss of building-a');
    expect(read(cwd, 's.json')).toBe(firebreak([...lose, 'inventory', '-f', 'json'], { cwd }).stdout);
    expect(read(cwd, 's=1.md')).toMatch(/^# /);
    expect(firebreak([...lose, '-f', 'json', '-f', 'markdown'], { cwd }).code).toBe(2);
    expect(firebreak([...lose, '-f', 'sarif'], { cwd }).stderr).toContain('formats: pretty, json, markdown');
  });
});
