import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { firebreak, folderWith, inventory, misspelt } from './fixtures/firebreak.js';

const cwd = folderWith({
  'inventory/services.yaml': inventory,
  'bad.yaml': misspelt,
  'syntax.yaml': 'a: [',
  'empty/x.txt': '',
});
const high = ['--rule', 'objective-missing'];
const low = ['--rule', 'owner-missing'];

describe('the exit code', () => {
  it.each([
    ['0 when nothing reaches the gate', low, 0],
    ['1 when something does', high, 1],
    ['1 when the gate is lowered', [...low, '--fail-on', 'low'], 1],
    ['0 when nothing can fail', [...high, '--fail-on', 'never'], 0],
    ['0 instead of 1 with --exit-zero', [...high, '--exit-zero'], 0],
    ['0 while the ratchet holds', [...high, '--max-findings', '1'], 0],
    ['1 when the ratchet is exceeded', [...high, '--max-findings', '0'], 1],
    ['2 for an unknown flag', ['--fial-on', 'low'], 2],
    ['2 for an unknown severity', ['--fail-on', 'hihg'], 2],
    ['2 for an unknown rule', ['--rule', 'objective-mising'], 2],
    ['2 where no rule is left', ['--skip-rule', '*'], 2],
    ['2 where the only rule is left out', [...low, '--skip-rule', 'owner-*'], 2],
    ['2 for an unknown format', ['-f', 'josn'], 2],
    ['2 for two reports on stdout', ['-f', 'json', '-f', 'compact'], 2],
    ['2 for a day that does not exist', ['--now', '2026-02-30'], 2],
    ['2 for a path that does not exist', ['no/such/path'], 2],
    ['2 for a settings file that does not exist', ['--config', 'no.yaml'], 2],
    ['2 for a ratchet that is no number', ['--max-findings', 'few'], 2],
    ['2 before 3', ['bad.yaml', '--rule', 'nonsense'], 2],
    ['3 for an inventory with problems', ['bad.yaml'], 3],
    ['3 for what is not YAML', ['syntax.yaml'], 3],
    ['3 for good files beside a bad one', ['inventory', 'bad.yaml'], 3],
    ['3 for problems even with --exit-zero', ['bad.yaml', '--exit-zero'], 3],
    ['3 for problems even with --fail-on never', ['bad.yaml', '--fail-on', 'never'], 3],
    ['3 for problems even with --allow-empty', ['bad.yaml', '--allow-empty'], 3],
    ['3 for a folder without inventory', ['empty'], 3],
    ['0 for a folder without inventory with --allow-empty', ['empty', '--allow-empty'], 0],
    ['4 for a report that cannot be written', [...low, '-f', 'json=bad.yaml/x.json'], 4],
    ['4 before 3', ['bad.yaml', '-f', 'json=syntax.yaml/x.json'], 4],
    ['0 for help', ['--help'], 0],
    ['0 for the help of a command', ['audit', '--help'], 0],
    ['0 for the version', ['--version'], 0],
  ] as const)('is %s', (_case, args, code) => {
    const outcome = firebreak(args, { cwd });
    expect(outcome.code, outcome.stderr).toBe(code);
  });

  it.each([...reporters.keys()])('does not depend on the format: %s', (format) => {
    expect(firebreak([...low, '-f', format], { cwd }).code).toBe(0);
    expect(firebreak([...high, '-f', format], { cwd }).code).toBe(1);
    expect(firebreak(['bad.yaml', '-f', format], { cwd }).code).toBe(3);
  });

  it('does not depend on what is shown', () => {
    expect(firebreak([...high, '--min-severity', 'critical'], { cwd }).code).toBe(1);
    expect(firebreak([...high, '-q'], { cwd }).code).toBe(1);
    expect(firebreak([...high, '--color', 'always'], { cwd }).code).toBe(1);
  });

  it('is 3 for a file that cannot be read, and names it', () => {
    const folder = folderWith({ 'inventory/a.yaml': inventory });
    symlinkSync('nowhere.yaml', join(folder, 'inventory/gone.yaml'));
    const outcome = firebreak(['inventory'], { cwd: folder });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('gone.yaml');
    rmSync(folder, { recursive: true });
  });
});

describe('what is on stderr', () => {
  it.each([
    [['exlain', 'objective-missing'], 'Did you mean "firebreak explain objective-missing"?'],
    [['--fial-on', 'low'], '--fail-on'],
    [['--rule', 'objective-mising'], 'did you mean "objective-missing"?'],
    [['-f', 'josn'], 'did you mean "json"?'],
    [['explain', 'objective-mising'], 'did you mean "objective-missing"?'],
    [['explain', 'service', 'caht', 'inventory'], 'did you mean "chat"?'],
    [['schema', 'reprot'], 'did you mean "report"?'],
    [['--config', 'no.yaml'], 'no.yaml'],
    [['empty'], 'no inventory found; looked for empty'],
  ])('helps with %j', (args, text) => {
    const outcome = firebreak(args, { cwd });
    expect(outcome.stderr).toContain(text);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).not.toContain(' at ');
  });

  it('says what was looked for when nothing is named', () => {
    expect(firebreak([], { cwd: join(cwd, 'empty') }).stderr).toContain('./inventory, ./dr, ./*.dr.yaml');
  });
});
