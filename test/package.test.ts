import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { root, type Outcome } from './cli/fixtures/firebreak.js';

interface Manifest {
  readonly version: string;
  readonly files: readonly string[];
  readonly dependencies?: object;
}

const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'firebreak-package-')));

/** npm with a cache of its own and no configuration but that of the folder it runs in. */
function run(command: string, args: readonly string[], cwd: string): Outcome {
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LANG: 'C.UTF-8',
    COLUMNS: '80',
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
  };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Packed as it would be published, and installed where nothing else is. */
function install(): string {
  const user = join(folder, 'user');
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', user], root);
  expect(packed.code, packed.stderr).toBe(0);
  const tarball = `firebreak-${manifest.version}.tgz`;
  expect(readdirSync(user).sort()).toEqual([tarball, 'package.json']);
  const installed = run('npm', ['install', `./${tarball}`, '--offline', '--no-audit', '--no-fund'], user);
  expect(installed.code, installed.stderr).toBe(0);
  return user;
}

const user = install();
const installed = join(user, 'node_modules/firebreak');
const firebreak = (...args: readonly string[]): Outcome => run(join(user, 'node_modules/.bin/firebreak'), args, user);

function filesOf(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the package', () => {
  it('holds only what `files` names', () => {
    const top = readdirSync(installed).filter((name) => !manifest.files.includes(name));
    expect(top).toEqual(['package.json']);
    expect(manifest.files.filter((name) => !existsSync(join(installed, name)))).toEqual([]);
  });

  it('brings no other package along', () => {
    expect(readdirSync(join(user, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['firebreak']);
    expect(manifest.dependencies).toBeUndefined();
  });

  it('holds neither a path of the machine it was built on, nor a test, nor a source map', () => {
    const files = filesOf(installed);
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => readFileSync(path, 'utf8').includes(root))).toEqual([]);
    expect(files.filter((path) => /\.(?:test\.|spec\.|map$)|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  it('gives no cause for complaint about how it is published', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('names the licence of every package in its bundles', () => {
    const licences = readFileSync(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const bundled = filesOf(join(installed, 'dist'))
      .filter((path) => /\.c?js$/.test(path))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^\s*\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)])
      .map(([, name = '']) => name);
    expect(new Set(bundled).size).toBeGreaterThan(3);
    expect([...new Set(bundled)].filter((name) => !new RegExp(`^${name} \\d`, 'm').test(licences))).toEqual([]);
  });
});

describe('the installed command', () => {
  it('runs by its name', () => {
    expect(run('npx', ['--offline', 'firebreak', '--version'], user)).toMatchObject({
      code: 0,
      stdout: `${manifest.version}\n`,
    });
  });

  it('writes an inventory, audits it and explains what it found', () => {
    const { code, stdout } = firebreak('init');
    expect(code).toBe(0);
    const written = stdout.trimEnd().split('\n');
    expect(written).toEqual(expect.arrayContaining(['inventory/inventory.yaml', 'firebreak.yaml']));
    expect(written.filter((path) => !existsSync(join(user, path)))).toEqual([]);
    const audited = firebreak('audit', '--now', '2026-06-30');
    expect(audited).toMatchObject({ code: 1, stderr: 'firebreak: auditing inventory/inventory.yaml\n' });
    const next = [...audited.stdout.matchAll(/^ {2}(?:next)? +firebreak (explain .*)$/gm)].map(([, args = '']) => args);
    expect(next.length).toBeGreaterThan(0);
    for (const args of next) expect(firebreak(...args.split(' '))).toMatchObject({ code: 0, stderr: '' });
  });

  it('knows its rules and its schemas', () => {
    expect(firebreak('rules').stdout).toContain('copies-share-building');
    for (const name of ['inventory', 'settings', 'report'])
      expect(firebreak('schema', name).stdout).toBe(readFileSync(join(root, `schemas/${name}.v1.schema.json`), 'utf8'));
  });

  it('tells an incident from its own examples, far from any clone', () => {
    const { code, stdout, stderr } = firebreak('demo');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Kakao, Pangyo[\s\S]*failover-control is lost with sk-pangyo[\s\S]*Loss of sk-pangyo/);
    expect(firebreak('demo', '--copy', 'kakao').code).toBe(0);
    expect(firebreak('audit', 'kakao/revealed').code).toBe(1);
  });

  it('audits the examples that come with it', () => {
    const { code, stdout } = firebreak(
      'audit',
      'node_modules/firebreak/examples/incidents/kakao-2022/revealed',
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('"rule": "recovery-tool-in-blast-radius"');
  });
});

describe('the installed library', () => {
  const content = readFileSync(join(root, 'examples/minimal/inventory.yaml'), 'utf8');

  it('audits', () => {
    writeFileSync(
      join(user, 'use.js'),
      `import { audit, rules, version } from 'firebreak';
const report = audit([{ path: 'a.yaml', content: ${JSON.stringify(content)} }], { now: '2026-06-30' });
console.log(JSON.stringify([report.gate.result, report.findings[0].rule, rules.length > 10, version]));
`,
    );
    const { stdout, stderr } = run(process.execPath, ['use.js'], user);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['fail', 'copies-share-building', true, manifest.version]);
  });

  it('has types that a strict compiler takes', () => {
    const compile = (text: string): Outcome => {
      writeFileSync(join(user, 'use.ts'), text);
      const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
      const target = ['--target', 'es2023', '--module', 'nodenext', '--types', ''];
      return run(
        process.execPath,
        [join(root, 'node_modules/typescript/bin/tsc'), ...strict, ...target, 'use.ts'],
        user,
      );
    };
    const use = (field: string): string => `import { audit, type Report, type SourceFile } from 'firebreak';
const files: readonly SourceFile[] = [{ path: 'a.yaml', content: 'services: {}' }];
const report: Report = audit(files, { now: '2026-06-30', failOn: 'low' });
export const worst: string | undefined = report.findings[0]?.${field};
`;
    expect(compile(use('message'))).toMatchObject({ code: 0, stdout: '' });
    expect(compile(use('mesage')).stdout).toContain("Did you mean 'message'?");
  });
});
