import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, inventory, type Outcome } from './fixtures/firebreak.js';

/** One service that owns up to nothing, and a waiver for something that is not there. */
const cwd = folderWith({
  'inventory/a.yaml': inventory,
  'firebreak.yaml': 'version: 1\nfailOn: critical\nwaivers: [waivers.yaml]\n',
  'waivers.yaml': `version: 1
waivers:
  - id: W-1
    rule: copies-share-building
    on: { service: nothing }
    reason: none
    owner: "@a"
    expires: 2026-12-31
`,
});
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome =>
  firebreak(args, { cwd, env });

describe('--ci', () => {
  it('is strict, however it is asked for', () => {
    expect(run([]).code).toBe(0);
    for (const [args, env] of [
      [['--ci'], {}],
      [['audit', '--ci'], {}],
      [['ci'], {}],
      [['ci', 'inventory'], {}],
      [[], { FIREBREAK_CI: '1' }],
      [['--ci'], { FIREBREAK_STRICT: '0' }],
    ] as const)
      expect(run(args, env).code, args.join(' ')).toBe(1);
    expect(run([], { FIREBREAK_CI: 'no' }).code).toBe(0);
    expect(run([], { CI: 'true' }).code).toBe(0);
  });

  it('shows what audit --strict shows', () => {
    const strict = run(['audit', '--strict', 'inventory']);
    for (const args of [['ci'], ['--ci'], ['check', '--ci'], ['lint', '--ci']])
      expect(run([...args, 'inventory'])).toEqual(strict);
  });

  it('guesses no format from where it runs, and leaves colour to the log', () => {
    const plain = run(['--ci', '-f', 'compact', 'inventory']);
    expect(plain.stdout).not.toContain('\u001b');
    expect(run(['--ci', '-f', 'compact', 'inventory'], { GITHUB_ACTIONS: 'true', NO_COLOR: '1' })).toEqual(plain);
    expect(run(['--ci', 'inventory'], { GITHUB_ACTIONS: 'true' }).stdout).toContain('\u001b');
  });

  it('is where a setting says it comes from', () => {
    expect(run(['config', 'show', '--ci']).stdout).toMatch(/^strict +true +flag --ci$/m);
    expect(run(['config', 'show', '--ci', '--strict']).stdout).toMatch(/^strict +true +flag --strict$/m);
    expect(run(['config', 'show']).stdout).toMatch(/^strict +false +default$/m);
  });

  it.each(['--fix', '--watch'])('takes no %s: a gate changes and waits for nothing', (flag) => {
    expect(run(['--ci', flag])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('other names', () => {
  it.each(['check', 'lint'])('%s is audit', (name) => {
    expect(run([name, 'inventory', '-f', 'json'])).toEqual(run(['audit', 'inventory', '-f', 'json']));
  });

  it('rule is explain', () => {
    expect(run(['rule', 'owner-missing'])).toEqual(run(['explain', 'owner-missing']));
  });
});
