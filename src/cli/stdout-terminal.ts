import type { Paint } from '../reporters/paint.js';
import { chalkPaint } from './chalk-paint.js';
import type { CommonFlags } from './flags.js';
import { terminalOf, type ColorChoice, type Terminal, type TerminalWorld } from './terminal.js';

/** stdout as it is, together with the colours it takes. */
export function stdoutTerminal(flags: CommonFlags): Terminal & { readonly paint: Paint } {
  const terminal = terminalOf(stdoutWorld(), colorChoice(flags));
  return { ...terminal, paint: chalkPaint(terminal.colorLevel) };
}

export function stdoutWorld(): TerminalWorld {
  const { env, platform, stdout } = process;
  return { env, platform, isTTY: stdout.isTTY, columns: stdout.columns };
}

export function colorChoice({ color }: CommonFlags): ColorChoice {
  return color === false ? 'never' : (color ?? 'auto');
}
