import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanEnvironment, firebreak, folderWith, inventory, misspelt, root } from './fixtures/firebreak.js';

const services = 4_000;
const many = `version: 1\nservices:\n${Array.from({ length: services }, (_, index) => `  s${index}: { replicas: [], notes: "${'x'.repeat(900)}" }\n`).join('')}`;
const cwd = folderWith({ 'many.yaml': many, 'inventory/a.yaml': inventory, 'bad.yaml': misspelt });

/** Runs the command with stdout in a pipe that is read as `read` says. */
function piped(
  args: readonly string[],
  read: 'whole' | 'one byte',
): Promise<{ code: number | null; bytes: number; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let bytes = 0;
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (read === 'one byte') child.stdout.destroy();
    });
    child.on('close', (code) => resolve({ code, bytes, stderr }));
  });
}

describe('an inventory that is not there', () => {
  it.each([['audit'], ['report']])('leaves no file of %s as it was', (command) => {
    const empty = folderWith({ 'r.json': 'of yesterday', 'j.xml': 'of yesterday' });
    const args = [command, '-f', 'json=r.json', '-f', 'junit=j.xml', '-f', 'html=r.html'];
    const { code, stdout, stderr } = firebreak(args, { cwd: empty });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^firebreak: no inventory found; /);
    expect(JSON.parse(readFileSync(join(empty, 'r.json'), 'utf8'))).toMatchObject({
      gate: { result: 'unaudited' },
      diagnostics: [{ code: 'empty', locations: [] }],
    });
    for (const name of ['j.xml', 'r.html'])
      expect(readFileSync(join(empty, name), 'utf8')).toContain('no inventory found; looked for');
  });

  it('is told once to people, and to programs on stdout', () => {
    const empty = folderWith({});
    expect(firebreak([], { cwd: empty })).toMatchObject({ code: 3, stdout: '' });
    const { code, stdout } = firebreak(['-f', 'json'], { cwd: empty });
    expect([code, JSON.parse(stdout).gate.result]).toEqual([3, 'unaudited']);
    expect(firebreak(['-f', 'json=r.json', '--allow-empty'], { cwd: empty }).code).toBe(0);
    expect(existsSync(join(empty, 'r.json'))).toBe(false);
  });
});

describe('findings that --min-severity hides', () => {
  it.each([['compact'], ['github']])('are counted on stderr where %s has no room for it', (format) => {
    const args = ['inventory/a.yaml', '-f', format];
    const hidden = firebreak([...args, '--min-severity', 'critical'], { cwd });
    expect([hidden.code, hidden.stdout]).toEqual([1, '']);
    expect(hidden.stderr).toMatch(/^firebreak: \d+ findings below critical not shown\n$/);
    expect(firebreak([...args, '--min-severity', 'critical', '-q'], { cwd }).stderr).toBe('');
    expect(firebreak(args, { cwd }).stderr).toBe('');
  });

  it('are told by pretty itself', () => {
    const { stdout, stderr } = firebreak(['inventory/a.yaml', '--min-severity', 'critical'], { cwd });
    expect(stdout).toContain('below critical not shown');
    expect(stderr).toBe('');
  });
});

describe('stdout', () => {
  it('delivers a report of several megabytes whole through a pipe', async () => {
    const args = ['many.yaml', '-f', 'json', '--rule', 'owner-missing'];
    const { code, bytes, stderr } = await piped(args, 'whole');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(bytes).toBeGreaterThan(3_000_000);
    const { stdout } = firebreak(args, { cwd });
    expect(JSON.parse(stdout).findings).toHaveLength(services);
    expect(bytes).toBe(Buffer.byteLength(stdout));
  });

  it('ends quietly when the reader goes away', async () => {
    const { code, stderr } = await piped(['many.yaml', '-f', 'json', '--rule', 'owner-missing'], 'one byte');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('that cannot be written is exit code 4', () => {
    const readOnly = openSync(devNull, 'r');
    for (const args of [[], ['rules'], ['--version']]) {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
        cwd,
        env: cleanEnvironment(),
        stdio: ['ignore', readOnly, 'pipe'],
        encoding: 'utf8',
      });
      expect(status).toBe(4);
      expect(stderr).toContain('firebreak: cannot write the output: ');
    }
    closeSync(readOnly);
  });

  it('holds the report and nothing else', () => {
    const outcome = firebreak(['-f', 'json', '-v'], { cwd });
    expect(JSON.parse(outcome.stdout)).toMatchObject({ tool: { name: 'firebreak' } });
    expect(outcome.stderr).toContain('auditing inventory/a.yaml');
    expect(firebreak(['-q'], { cwd }).stderr).toBe('');
  });

  it('carries the problems of an inventory in every format', () => {
    expect(firebreak(['bad.yaml'], { cwd }).stdout).toContain('bad.yaml:4:5');
    expect(firebreak(['bad.yaml', '-f', 'compact'], { cwd }).stdout).toContain('bad.yaml:4:5: error[unknown-key]');
    expect(JSON.parse(firebreak(['bad.yaml', '-f', 'json'], { cwd }).stdout)).toMatchObject({
      gate: { result: 'unaudited' },
      findings: [],
      promises: [],
    });
  });
});

describe('colour', () => {
  const escape = '\u001b';
  it.each(['pretty', 'compact', 'json'])('does not reach a pipe, a dumb terminal or NO_COLOR: %s', (format) => {
    for (const env of [{}, { TERM: 'dumb' }, { NO_COLOR: '1', FORCE_COLOR: '1' }])
      expect(firebreak(['-f', format], { cwd, env }).stdout).not.toContain(escape);
  });

  it('can be forced and forbidden', () => {
    expect(firebreak([], { cwd, env: { FORCE_COLOR: '1' } }).stdout).toContain(escape);
    expect(firebreak(['--color', 'always'], { cwd }).stdout).toContain(escape);
    expect(firebreak([], { cwd, env: { FIREBREAK_COLOR: 'always' } }).stdout).toContain(escape);
    expect(firebreak(['--no-color'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).not.toContain(escape);
  });

  it('does not reach files', () => {
    firebreak(['-f', 'pretty=report.txt'], { cwd, env: { FORCE_COLOR: '1' } });
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).not.toContain(escape);
  });

  it('gives way to ASCII on a dumb terminal', () => {
    expect(firebreak([], { cwd, env: { TERM: 'dumb' } }).stdout).toMatch(/^[\n -~]*$/);
  });
});

describe('files', () => {
  it('take several formats at once, and leave stdout to the one without a file', () => {
    const folder = folderWith({ 'inventory/a.yaml': inventory });
    const outcome = firebreak(['-f', 'json=out.json', '-f', 'compact', '-f', 'pretty=out.txt'], { cwd: folder });
    expect(outcome.stdout).toMatch(/^inventory\/a\.yaml:\d+:\d+: /);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toMatchObject({ gate: { result: 'fail' } });
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toContain('gate');
    expect(readdirSync(folder).sort()).toEqual(['inventory', 'out.json', 'out.txt']);
  });

  it('that cannot be written do not keep the others back', () => {
    const folder = folderWith({ 'inventory/a.yaml': inventory });
    const outcome = firebreak(['-f', 'json=inventory/a.yaml/x.json', '-f', 'compact', '-f', 'json=out.json'], {
      cwd: folder,
    });
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain('inventory/a.yaml/x.json');
    expect(outcome.stdout).toContain('objective-missing');
    expect(existsSync(join(folder, 'out.json'))).toBe(true);
  });

  it.each(['json=out/', 'json=inventory/', 'json=./'])('are not folders: %s', (format) => {
    const folder = folderWith({ 'inventory/a.yaml': inventory });
    const outcome = firebreak(['-f', format], { cwd: folder });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('names a folder, not a file');
    expect(readdirSync(folder)).toEqual(['inventory']);
  });

  it('are never written over an input, the settings or a baseline, even one that is not asked', () => {
    const baseline = '{ "version": 1, "findings": [] }\n';
    const folder = folderWith({
      'inventory/a.yaml': inventory,
      'firebreak.yaml': 'version: 1\nbaseline: known.json\n',
      'known.json': baseline,
    });
    for (const path of ['inventory/a.yaml', './inventory/../inventory/a.yaml', 'firebreak.yaml', 'known.json'])
      for (const more of [[], ['--no-baseline']])
        expect(firebreak(['-f', `json=${path}`, ...more], { cwd: folder }).code).toBe(2);
    expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(baseline);
    expect(readFileSync(join(folder, 'inventory/a.yaml'), 'utf8')).toBe(inventory);
  });
});

describe('the package', () => {
  it('reaches no network', () => {
    const bundled = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.c?js$/.test(path))
      .map((path) => readFileSync(join(root, 'dist', path), 'utf8'));
    expect(bundled.length).toBeGreaterThan(5);
    const network =
      /(?:from|import\(|require\()\s*["'](?:node:)?(?:net|tls|http|https|http2|dns|dgram|undici)["']|\bfetch\(/;
    expect(bundled.filter((text) => network.test(text))).toEqual([]);
  });

  it('turns a crash into exit code 4, with the stack only on demand', () => {
    const broken = folderWith({
      'dist/cli/main.cjs': 'exports.main = async () => { throw new TypeError("broken inside"); };\n',
    });
    cpSync(dirname(bin), join(broken, 'bin'), { recursive: true });
    writeFileSync(join(broken, 'package.json'), '{ "type": "module", "version": "9.9.9" }');
    const run = (...args: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [join(broken, 'bin/firebreak.js'), ...args], { encoding: 'utf8' });
    expect(run().status).toBe(4);
    expect(String(run().stderr)).toBe(
      'firebreak: internal error: broken inside\n  --verbose shows where it happened\n',
    );
    expect(String(run('-v').stderr)).toContain('TypeError: broken inside\n    at ');
    writeFileSync(
      join(broken, 'dist/cli/main.cjs'),
      'exports.main = () => { setTimeout(() => { throw new Error("late"); }, 1); };\n',
    );
    expect(run().status).toBe(4);
    expect(run('--version').status).toBe(0);
    expect(String(run('--version').stdout)).toBe('9.9.9\n');
  });
});
