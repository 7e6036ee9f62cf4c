import { describe, expect, it } from 'vitest';
import { terminalOf, type ColorChoice, type TerminalWorld } from '../../src/cli/terminal.js';

const tty: TerminalWorld = { env: {}, platform: 'linux', isTTY: true, columns: 80 };
const pipe: TerminalWorld = { env: {}, platform: 'linux', isTTY: false, columns: undefined };

const colored = (world: TerminalWorld, env: TerminalWorld['env'], choice: ColorChoice = 'auto'): boolean =>
  terminalOf({ ...world, env }, choice).colorLevel > 0;

describe('colour', () => {
  it.each([
    ['a terminal', tty, {}, 'auto', true],
    ['a pipe', pipe, {}, 'auto', false],
    ['NO_COLOR', tty, { NO_COLOR: '1' }, 'auto', false],
    ['an empty NO_COLOR', tty, { NO_COLOR: '' }, 'auto', true],
    ['FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '1' }, 'auto', true],
    ['an empty FORCE_COLOR in a pipe', pipe, { FORCE_COLOR: '' }, 'auto', true],
    ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, 'auto', false],
    ['CLICOLOR_FORCE in a pipe', pipe, { CLICOLOR_FORCE: '1' }, 'auto', true],
    ['CLICOLOR_FORCE=0 in a pipe', pipe, { CLICOLOR_FORCE: '0' }, 'auto', false],
    ['NO_COLOR over FORCE_COLOR', tty, { NO_COLOR: '1', FORCE_COLOR: '1' }, 'auto', false],
    ['a dumb terminal', tty, { TERM: 'dumb' }, 'auto', false],
    ['a dumb terminal on GitHub', pipe, { TERM: 'dumb', GITHUB_ACTIONS: 'true' }, 'auto', false],
    ['GitHub', pipe, { GITHUB_ACTIONS: 'true' }, 'auto', true],
    ['GitLab', pipe, { GITLAB_CI: 'true' }, 'auto', true],
    ['NO_COLOR on GitHub', pipe, { GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, 'auto', false],
    ['--color never over FORCE_COLOR', tty, { FORCE_COLOR: '1' }, 'never', false],
    ['--color always over NO_COLOR', pipe, { NO_COLOR: '1' }, 'always', true],
  ] as const)('with %s is right', (_case, world, env, choice, expected) => {
    expect(colored(world, env, choice)).toBe(expected);
  });
});

describe('width', () => {
  it.each([
    ['a terminal', { ...tty, columns: 93 }, 93],
    ['a very narrow terminal', { ...tty, columns: 10 }, 40],
    ['a very wide terminal', { ...tty, columns: 400 }, 120],
    ['a terminal that does not say', { ...tty, columns: undefined }, 100],
    ['a pipe', pipe, 100],
    ['a pipe with COLUMNS', { ...pipe, env: { COLUMNS: '72' } }, 72],
    ['a pipe with nonsense in COLUMNS', { ...pipe, env: { COLUMNS: 'wide' } }, 100],
  ] as const)('of %s is right', (_case, world, expected) => {
    expect(terminalOf(world, 'auto').width).toBe(expected);
  });
});

describe('signs beyond ASCII', () => {
  it.each([
    ['no locale', {}, true],
    ['UTF-8', { LANG: 'ko_KR.UTF-8' }, true],
    ['utf8', { LANG: 'C.utf8' }, true],
    ['another character set', { LANG: 'ko_KR.eucKR' }, false],
    ['the C locale', { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
    ['an empty LC_ALL', { LC_ALL: '', LANG: 'en_US.UTF-8' }, true],
    ['a dumb terminal', { TERM: 'dumb', LANG: 'en_US.UTF-8' }, false],
  ] as const)('with %s are right', (_case, env, expected) => {
    expect(terminalOf({ ...tty, env }, 'auto').unicode).toBe(expected);
  });
});
