import type { Paint } from '../reporters/paint.js';
import { chalkPaint } from './chalk-paint.js';
import type { CommonFlags } from './flags.js';
import { terminalOf, type Terminal } from './terminal.js';

/** stdout as it is, together with the colours it takes. */
export function stdoutTerminal({ color }: CommonFlags): Terminal & { readonly paint: Paint } {
  const { env, platform, stdout } = process;
  const terminal = terminalOf(
    { env, platform, isTTY: stdout.isTTY, columns: stdout.columns },
    color === false ? 'never' : (color ?? 'auto'),
  );
  return { ...terminal, paint: chalkPaint(terminal.colorLevel) };
}
