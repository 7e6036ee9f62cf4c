import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { bin, cleanEnvironment, firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

const waivers = `version: 1
waivers:
  - { id: W-1, rule: owner-missing, on: { service: chat }, reason: r, owner: "@a", expires: 2026-12-31 }
`;
const ownRule = `version: 1
rules:
  - id: acme/owned
    on: service
    assert: service.owner != ""
    summary: Service without a name to call
    message: "{service.id} has nobody to call"
    why: Somebody has to be called.
    fix: Name the owner.
    severity: low
`;

/** Everything that an audit can read, each in a file of its own. */
function project(): string {
  const cwd = folderWith({
    ...gitMarker,
    'inventory/a.yaml': inventory,
    'waivers.yaml': waivers,
    'dr-rules/named.yaml': ownRule,
    'firebreak.yaml': 'version: 1\nwaivers: [waivers.yaml]\nownRules: [dr-rules/named.yaml]\n',
  });
  const created = firebreak(['baseline', 'create', '--quiet'], { cwd });
  expect(created.code, created.stderr).toBe(0);
  return cwd;
}

const inputs = ['inventory/a.yaml', 'waivers.yaml', 'dr-rules/named.yaml', 'firebreak.yaml', 'firebreak-baseline.json'];
const contents = (cwd: string): readonly string[] => inputs.map((path) => readFileSync(join(cwd, path), 'utf8'));

describe('what is read is never written over', () => {
  it.each(inputs)('by a format: %s', (path) => {
    const cwd = project();
    const before = contents(cwd);
    const outcome = firebreak(['-f', `json=${path}`], { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('which is an input');
    expect(contents(cwd)).toEqual(before);
  });

  it('by a saved report that is rendered', () => {
    const cwd = project();
    firebreak(['-f', 'json=saved.json'], { cwd });
    const before = readFileSync(join(cwd, 'saved.json'), 'utf8');
    expect(firebreak(['report', '--from', 'saved.json', '-f', 'csv=saved.json'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'saved.json'), 'utf8')).toBe(before);
  });

  it.each(inputs.filter((path) => path !== 'waivers.yaml'))('by a waiver: %s', (path) => {
    const cwd = project();
    const before = contents(cwd);
    const what = ['objective-missing', 'chat', '--until', '30d', '--owner', '@a', '--reason', 'r'];
    expect(firebreak(['waivers', 'add', ...what, '--file', path], { cwd }).code).toBe(2);
    expect(contents(cwd)).toEqual(before);
  });

  it.each(inputs.filter((path) => path !== 'inventory/a.yaml'))('by a drill: %s', (path) => {
    const cwd = project();
    const before = contents(cwd);
    expect(firebreak(['drills', 'record', '--lose', 'building-a', '--file', path], { cwd }).code).toBe(2);
    expect(contents(cwd)).toEqual(before);
  });

  it.each([...inputs.filter((path) => path !== 'firebreak-baseline.json'), 'notes.md'])(
    'by a baseline, even where that is forced: %s',
    (path) => {
      const cwd = project();
      writeFileSync(join(cwd, 'notes.md'), 'notes');
      writeFileSync(join(cwd, 'inventory/b.yaml'), 'version: 1\n');
      const before = contents(cwd);
      const outcome = firebreak(['baseline', 'create', '--force', '--baseline', path], { cwd });
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(contents(cwd)).toEqual(before);
      expect(readFileSync(join(cwd, 'notes.md'), 'utf8')).toBe('notes');
    },
  );
});

describe('what cannot be read', () => {
  it.each([
    ['a link that leads nowhere', 'inventory/x.yaml', 3],
    ['a link to itself', 'inventory/x.yaml', 3],
    ['a pipe', 'inventory/x.yaml', 3],
    ['settings that are a folder', 'firebreak.yaml', 2],
    ['settings that link nowhere', 'firebreak.yaml', undefined],
    ['waivers that are a folder', 'waivers.yaml', 2],
    ['a baseline that is a folder', 'firebreak-baseline.json', 2],
  ] as const)('is told, and nothing is audited without it: %s', (what, path, code) => {
    const settings = 'version: 1\nwaivers: [waivers.yaml]\nbaseline: firebreak-baseline.json\n';
    const cwd = folderWith({
      ...gitMarker,
      'inventory/a.yaml': inventory,
      ...(path === 'firebreak.yaml' ? {} : { 'firebreak.yaml': settings, 'waivers.yaml': waivers }),
      ...(path === 'firebreak-baseline.json' ? {} : { 'firebreak-baseline.json': '{ "version": 1, "findings": [] }' }),
    });
    const target = join(cwd, path);
    if (what.endsWith('folder')) {
      spawnSync('rm', ['-f', target]);
      mkdirSync(target);
    } else if (what.includes('pipe')) spawnSync('sh', ['-c', `mkfifo '${target}'`]);
    else symlinkSync(what.endsWith('itself') ? 'x.yaml' : 'nowhere', target);
    const outcome = firebreak([], { cwd });
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toContain(path.split('/').at(-1));
    if (code !== undefined) expect(outcome.code).toBe(code);
    expect(outcome.code).toBeGreaterThan(1);
  });
});

describe('links', () => {
  const outside = folderWith({ 'w.yaml': waivers, 's.yaml': 'version: 1\nfailOn: never\n', 'r.yaml': ownRule });

  it.each([
    ['waivers', 'w.yaml', 'waivers: [here.yaml]'],
    ['rules', 'r.yaml', 'ownRules: [here.yaml]'],
    ['a baseline', 's.yaml', 'baseline: here.yaml'],
  ])('of the settings do not lead out of the repository: %s', (_case, file, line) => {
    const cwd = folderWith({
      ...gitMarker,
      'inventory/a.yaml': inventory,
      'firebreak.yaml': `version: 1\n${line}\n`,
    });
    symlinkSync(join(outside, file), join(cwd, 'here.yaml'));
    const outcome = firebreak([], { cwd });
    expect(outcome.code).toBeGreaterThan(1);
    expect(outcome.stderr).toContain('leads out of the repository');
    expect(outcome.stdout).toBe('');
  });

  it('are not taken for settings of the repository', () => {
    const cwd = folderWith({ ...gitMarker, 'inventory/a.yaml': inventory });
    symlinkSync(join(outside, 's.yaml'), join(cwd, 'firebreak.yaml'));
    expect(firebreak([], { cwd })).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a write that ends in the middle', () => {
  // What a process may write is limited, and the system stops it at the limit.
  it('leaves no part of a file, and the one that was there', () => {
    const services = Array.from({ length: 400 }, (_, at) => `  s${at}: { notes: "${'x'.repeat(400)}" }\n`).join('');
    const cwd = folderWith({ 'many.yaml': `version: 1\nservices:\n${services}`, 'out/report.json': 'before' });
    const command = `ulimit -f 8; exec '${process.execPath}' '${bin}' many.yaml -f json=out/report.json`;
    const { signal } = spawnSync('sh', ['-c', command], { cwd, env: cleanEnvironment() });
    expect(signal).toBe('SIGXFSZ');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['report.json']);
    expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).toBe('before');
  });
});

describe('an interrupt in the middle of writing', () => {
  it.each([
    ['INT', 130],
    ['TERM', 143],
  ])('of the kind %s ends with %d, and with what was whole by then', async (signal, code) => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory });
    expect(spawnSync('sh', ['-c', 'mkfifo pipe'], { cwd }).status).toBe(0);
    // Nobody reads the pipe, so the second file is never done.
    const command = `set -m; '${process.execPath}' '${bin}' -f json=out/a.json -f csv=pipe & echo $!; wait $!; echo "ended $?"`;
    const shell = spawn('bash', ['-c', command], { cwd, env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] });
    let told = '';
    shell.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const ended = new Promise((resolve) => {
      shell.once('close', resolve);
    });
    const poll = setInterval(() => {
      if (!existsSync(join(cwd, 'out/a.json'))) return;
      clearInterval(poll);
      process.kill(Number(told.split('\n')[0]), `SIG${signal}`);
    }, 5);
    await ended;
    expect(told).toMatch(new RegExp(`^\\d+\\nended ${code}\\n$`));
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.json']);
    expect(readdirSync(cwd).sort()).toEqual(['inventory', 'out', 'pipe']);
    expect(JSON.parse(readFileSync(join(cwd, 'out/a.json'), 'utf8'))).toHaveProperty('gate');
  });
});

describe('colour', () => {
  const cwd = folderWith({ 'inventory/a.yaml': inventory });

  it.each([...reporters.keys()])('is in no pipe, no file, and no format for programs: %s', (format) => {
    for (const env of [{}, { TERM: 'dumb' }, { NO_COLOR: '1', FORCE_COLOR: '1', GITHUB_ACTIONS: 'true' }])
      expect(firebreak(['-f', format], { cwd, env }).stdout).not.toContain('\u001b');
    const forced = firebreak(['-f', format, '--color', 'always'], { cwd, env: { FORCE_COLOR: '3' } }).stdout;
    expect(forced.includes('\u001b')).toBe(['pretty', 'compact'].includes(format));
  });
});
