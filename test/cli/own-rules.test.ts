import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, gitMarker, inventory } from './fixtures/firebreak.js';

const settings = 'version: 1\ninventory: ["**/*.yaml"]\n';

/** A repository with a rule of its own that finds one thing. */
function repository(): string {
  const cwd = folderWith({ ...gitMarker, 'firebreak.yaml': settings, 'inventory/a.yaml': inventory });
  expect(firebreak(['rules', 'new', 'acme/two-copies'], { cwd })).toMatchObject({
    code: 0,
    stdout: 'dr-rules/two-copies.yaml\ndr-rules/two-copies.fixture.yaml\n',
  });
  return cwd;
}

describe('rules new', () => {
  it('writes a rule and a fixture that passes, and has it counted', () => {
    const cwd = repository();
    expect(firebreak(['rules', 'test'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'pass  dr-rules/two-copies.fixture.yaml (2 checks)\n',
    });
    const { code, stdout } = firebreak(['--rule', 'acme/*', '-f', 'compact', '--fail-on', 'medium'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('[acme/two-copies] chat: chat has 1 copies');
  });

  it('overwrites nothing, and asks for a namespace', () => {
    const cwd = repository();
    expect(firebreak(['rules', 'new', 'acme/two-copies'], { cwd }).code).toBe(2);
    expect(firebreak(['rules', 'new', 'two-copies'], { cwd }).stderr).toContain('namespace');
    expect(firebreak(['rules', 'new', '../x/y'], { cwd }).code).toBe(2);
  });
});

describe('rules test', () => {
  it('exits 1 where a fixture fails, and says where', () => {
    const cwd = repository();
    writeFileSync(
      join(cwd, 'dr-rules/b.fixture.yaml'),
      'locations: { b: {} }\nservices:\n  web: { replicas: [{ at: b }] } # ok: [acme/two-copies]\n',
    );
    const { code, stdout } = firebreak(['rules', 'test'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('fail  dr-rules/b.fixture.yaml (1 of 1 checks)\n');
    expect(stdout).toContain('dr-rules/b.fixture.yaml:3: acme/two-copies should find nothing');
    expect(firebreak(['rules', 'test', 'dr-rules/two-copies.fixture.yaml'], { cwd }).code).toBe(0);
    expect(firebreak(['rules', 'test', 'nowhere'], { cwd }).code).toBe(2);
  });

  it('needs rules', () => {
    const cwd = folderWith({ ...gitMarker, 'firebreak.yaml': settings });
    expect(firebreak(['rules', 'test'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('own rules', () => {
  it('are listed, explained, waived and named in the settings like others', () => {
    const cwd = repository();
    expect(firebreak(['rules'], { cwd }).stdout).toMatch(/^own\n +medium +acme\/two-copies/m);
    expect(firebreak(['explain', 'acme/two-copies'], { cwd }).stdout).toContain('Add a copy in another building.');
    const report = JSON.parse(firebreak(['-f', 'json', '--rule', 'acme/*'], { cwd }).stdout);
    const [{ fingerprint }] = report.findings;
    const told = firebreak(['explain', fingerprint], { cwd }).stdout;
    expect(told).toContain('What has one copy is gone');
    const accept = ['--until', '30d', '--reason', 'soon', '--owner', '@ops'];
    expect(firebreak(['waivers', 'add', 'acme/two-copies', 'chat', ...accept], { cwd }).code).toBe(0);
    expect(JSON.parse(firebreak(['-f', 'json'], { cwd }).stdout).summary.waived).toBe(1);
    const sarif = JSON.parse(firebreak(['-f', 'sarif', '--rule', 'acme/*'], { cwd }).stdout);
    expect(JSON.stringify(sarif.runs[0].tool.driver.rules)).toContain('What has one copy is gone');
    writeFileSync(
      join(cwd, 'firebreak.yaml'),
      `${settings}ownRules: [dr-rules/*.yaml]\nrules: { acme/two-copis: low }\n`,
    );
    const mistyped = firebreak([], { cwd });
    expect(mistyped.code).toBe(2);
    expect(mistyped.stderr).toContain('did you mean "acme/two-copies"?');
    expect(firebreak(['config', 'validate', '--no-config'], { cwd }).code).toBe(0);
  });

  it('that are wrong end every command with 2 and the place', () => {
    const cwd = repository();
    writeFileSync(
      join(cwd, 'dr-rules/b.yaml'),
      'rules:\n  - { id: a/b, on: service, assert: service.onwer == "x", summary: s, message: m, why: w, fix: f, severity: low }\n',
    );
    for (const args of [[], ['rules'], ['config', 'validate'], ['simulate', '--worst'], ['baseline', 'create']]) {
      const { code, stderr } = firebreak(args, { cwd });
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toContain('there is no field "onwer"');
      expect(stderr).toContain('dr-rules/b.yaml:2:37');
      expect(stderr).toContain('did you mean "owner"?');
    }
  });

  it('that are not there end with 2', () => {
    const cwd = folderWith({
      ...gitMarker,
      'firebreak.yaml': `${settings}ownRules: [dr/*.yaml]\n`,
      'a.yaml': inventory,
    });
    expect(firebreak([], { cwd })).toMatchObject({ code: 2 });
    writeFileSync(join(cwd, 'firebreak.yaml'), `${settings}ownRules: [../elsewhere.yaml]\n`);
    expect(firebreak([], { cwd })).toMatchObject({ code: 2 });
  });
});
