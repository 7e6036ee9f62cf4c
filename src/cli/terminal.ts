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
  return { width: widthOf(world), colorLevel: colorLevelOf(world, choice), unicode: showsUnicode(world) };
}

function widthOf({ env, isTTY, columns }: TerminalWorld): number {
  const stated = isTTY ? columns : Number.parseInt(env['COLUMNS'] ?? '', 10);
  const width = stated === undefined || !Number.isFinite(stated) || stated <= 0 ? fallbackWidth : stated;
  return Math.min(widest, Math.max(narrowest, width));
}

/**
 * `--color` before `NO_COLOR` before `FORCE_COLOR` and `CLICOLOR_FORCE` before a dumb terminal before CI
 * systems whose logs are known to render colour before whether stdout is a terminal.
 */
function colorLevelOf({ env, isTTY }: TerminalWorld, choice: ColorChoice): ColorSupportLevel {
  const depth = depthOf(env);
  if (choice !== 'auto') return choice === 'always' ? depth : 0;
  if (isSet(env['NO_COLOR'])) return 0;
  if (env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false') return 0;
  if (env['FORCE_COLOR'] === '2') return 2;
  if (env['FORCE_COLOR'] === '3') return 3;
  if (env['FORCE_COLOR'] !== undefined || (isSet(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0')) return depth;
  if (env['TERM'] === 'dumb') return 0;
  if (isSet(env['GITHUB_ACTIONS']) || isSet(env['GITLAB_CI'])) return depth;
  return isTTY ? depth : 0;
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
