import type { ColorSupportLevel } from 'chalk';

export type ColorChoice = 'auto' | 'always' | 'never';

/** What stdout can show. */
export interface Terminal {
  readonly width: number;
  readonly colorLevel: ColorSupportLevel;
  readonly unicode: boolean;
}

/** The parts of the world that decide it. */
export interface TerminalWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

const fallbackWidth = 100;
const narrowest = 40;
/** Prose wider than this is hard to read, however wide the window. */
const widest = 120;

export function terminalOf(world: TerminalWorld, choice: ColorChoice): Terminal {
  return { width: widthOf(world), colorLevel: colorDecision(world, choice).level, unicode: showsUnicode(world) };
}

function widthOf({ env, isTTY, columns }: TerminalWorld): number {
  const stated = isTTY ? columns : Number.parseInt(env['COLUMNS'] ?? '', 10);
  const width = stated === undefined || !Number.isFinite(stated) || stated <= 0 ? fallbackWidth : stated;
  return Math.min(widest, Math.max(narrowest, width));
}

/** How much colour, and what decided it. */
export interface ColorDecision {
  readonly level: ColorSupportLevel;
  readonly because: string;
}

/**
 * `--color` before `NO_COLOR` before `FORCE_COLOR` and `CLICOLOR_FORCE` before a dumb terminal before CI
 * systems whose logs are known to render colour before whether stdout is a terminal.
 */
export function colorDecision({ env, isTTY }: TerminalWorld, choice: ColorChoice): ColorDecision {
  const depth = depthOf(env);
  const force = env['FORCE_COLOR'];
  if (choice !== 'auto') return { level: choice === 'always' ? depth : 0, because: `--color ${choice}` };
  if (isSet(env['NO_COLOR'])) return { level: 0, because: 'NO_COLOR' };
  if (force === '0' || force === 'false') return { level: 0, because: 'FORCE_COLOR' };
  if (force === '2') return { level: 2, because: 'FORCE_COLOR' };
  if (force === '3') return { level: 3, because: 'FORCE_COLOR' };
  if (force !== undefined) return { level: depth, because: 'FORCE_COLOR' };
  if (isSet(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0') return { level: depth, because: 'CLICOLOR_FORCE' };
  if (env['TERM'] === 'dumb') return { level: 0, because: 'TERM is dumb' };
  if (isSet(env['GITHUB_ACTIONS'])) return { level: depth, because: 'GITHUB_ACTIONS' };
  if (isSet(env['GITLAB_CI'])) return { level: depth, because: 'GITLAB_CI' };
  return isTTY ? { level: depth, because: 'stdout is a terminal' } : { level: 0, because: 'stdout is no terminal' };
}

function depthOf(env: TerminalWorld['env']): ColorSupportLevel {
  if (/^(?:truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

/** A locale that names another character set, or a dumb terminal, gets ASCII; no locale at all is taken as UTF-8. */
function showsUnicode({ env, platform }: TerminalWorld): boolean {
  if (env['TERM'] === 'dumb') return false;
  if (platform === 'win32') return true;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet);
  return locale === undefined || /utf-?8/i.test(locale);
}
