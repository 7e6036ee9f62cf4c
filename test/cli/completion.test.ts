import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { severities } from '../../src/finding.js';
import { packs } from '../../src/packs/index.js';
import { reporters } from '../../src/reporters/index.js';
import { rules } from '../../src/rules/index.js';
import { buildProgram } from '../../src/cli/program.js';
import { cleanEnvironment, firebreak, folderWith } from './fixtures/firebreak.js';

const cwd = folderWith({ 'inventory/a.yaml': '', 'report.json': '{}', 'a file.yaml': '', 'zone.yaml': '' });
const script = (shell: string): string => firebreak(['completion', shell], { cwd }).stdout;
const program = buildProgram({ packageRoot: new URL('file:///'), finish: () => undefined });

function run(shell: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(shell, args, {
    cwd,
    env: cleanEnvironment(),
    input,
    encoding: 'utf8',
  });
  if (error !== undefined || status !== 0) throw new Error(`${shell}: ${error?.message ?? stderr}`);
  expect(stderr).toBe('');
  return stdout;
}

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
const bashScript = script('bash');

/** What bash would offer at the end of a line. It takes `=` for a word of its own. */
function offered(line: string): readonly string[] {
  const words = line.split(' ').flatMap((word) => word.split(/(=)/).filter((part, at) => part !== '' || at === 0));
  const state = `COMP_WORDS=(${words.map(quoted).join(' ')}); COMP_CWORD=${words.length - 1}`;
  const output = run('bash', ['--norc'], `${bashScript}\n${state}\n_firebreak\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`);
  return output
    .split('\n')
    .filter((word) => word !== '')
    .sort();
}

const sorted = (words: Iterable<string>): readonly string[] => [...words].toSorted();

describe('completion in bash', () => {
  it('offers every command, and files of the inventory', () => {
    const commands = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
    expect(offered('firebreak ')).toEqual(sorted([...commands, 'help', ...readdirSync(cwd)]));
    expect(offered('firebreak au')).toEqual(['audit']);
    expect(offered('firebreak z')).toEqual(['zone.yaml']);
  });

  it.each(['audit', 'check', 'lint', 'ci', ''])('offers every flag of `%s`', (name) => {
    const command = program.commands.find((one) => one.name() === (name === 'ci' ? 'ci' : 'audit'));
    const flags = [...(command?.options ?? []), ...program.options].flatMap(({ short, long }) => [short, long]);
    expect(flags.length).toBeGreaterThan(20);
    expect(offered(`firebreak ${name}${name === '' ? '' : ' '}-`)).toEqual(
      sorted(new Set(['-h', '--help', ...flags.filter((flag) => flag !== undefined)])),
    );
  });

  it.each([
    ['audit --fail-on ', [...severities, 'never']],
    ['audit --fail-on=', [...severities, 'never']],
    ['--fail-on=', [...severities, 'never']],
    ['ci --min-severity l', ['low']],
    ['audit -f ', reporters.keys()],
    ['audit inventory --format=', reporters.keys()],
    ['simulate --lose x -f ', ['pretty', 'json', 'markdown']],
    ['audit -f sarif=re', ['report.json']],
    ['audit --format=sarif=re', ['report.json']],
    ['audit --rule ', rules.map(({ id }) => id)],
    ['audit --skip-rule=owner-m', ['owner-missing']],
    ['audit --pack ', packs.keys()],
    ['audit --select t', ['tier=']],
    ['explain copies-share-b', ['copies-share-building']],
    ['rule copies-share-b', ['copies-share-building']],
    ['explain serv', ['service', 'service-without-plan']],
    ['explain service zo', ['zone.yaml']],
    ['explain service se', []],
    ['waivers ', ['list', 'add', 'check', 'renew', 'help']],
    ['waivers add copies-share-b', ['copies-share-building']],
    ['baseline cr', ['create']],
    ['schema se', ['settings']],
    ['demo kak', ['kakao-2022']],
    ['completion ', ['bash', 'zsh', 'fish']],
    ['report --from r', ['report.json']],
    ['audit --config a', ['a file.yaml']],
    ['audit --quiet zo', ['zone.yaml']],
    ['audit --now 2026-01-31 zo', ['zone.yaml']],
    // What stands behind a path is no command.
    ['zone.yaml au', []],
    ['-f json wai', ['waivers']],
    ['--color ', ['auto', 'always', 'never']],
    ['rules -f ', ['pretty', 'json', 'markdown']],
  ] as const)('offers for `firebreak %s` what fits', (line, words) => {
    expect(offered(`firebreak ${line}`)).toEqual(sorted(words));
  });

  it('is registered for the command and leaves nothing else behind', () => {
    const before = 'declare -F; complete -p 2> /dev/null; true';
    const added = run('bash', ['--norc'], `${bashScript}\n${before}\n`).trim().split('\n');
    expect(added).toEqual(['declare -f _firebreak', 'complete -F _firebreak firebreak']);
  });
});

describe('a completion script', () => {
  it.each(['bash', 'zsh', 'fish'])('says where it is from, names every rule and runs nothing: %s', (shell) => {
    const text = script(shell);
    expect(text).toContain(`Made by: firebreak completion ${shell}`);
    expect(rules.filter(({ id }) => !text.includes(id))).toEqual([]);
    expect(text).not.toMatch(/\$\(firebreak|\(firebreak |\beval\b|`/);
    expect(text).not.toContain(cwd);
  });

  it('that there is none for is wrong usage', () => {
    const outcome = firebreak(['completion', 'basch'], { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('did you mean "bash"?');
    expect(firebreak(['completion'], { cwd }).code).toBe(2);
  });

  const present = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

  it.each(['bash', 'zsh', 'fish'].filter(present))('is read by %s', (shell) => {
    const folder = folderWith({ script: script(shell) });
    expect(run(shell, ['-n', join(folder, 'script')], '')).toBe('');
  });
});
