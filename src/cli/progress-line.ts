import type { OnProgress } from '../audit.js';

/** Where progress is shown. */
export interface ProgressWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  /** Writes at once, without waiting for the work to pause. */
  readonly write: (text: string) => void;
  /** Milliseconds since whenever. */
  readonly clock: () => number;
}

/** Work that is done before this is nothing to wait for, in milliseconds. */
const patience = 500;
/** Between two looks at the same line, in milliseconds. */
const pause = 100;

const eraseLine = '\r\u001b[2K';

const words = { files: 'reading files', losses: 'solving losses', rules: 'running rules' } as const;

/**
 * One line for whoever waits at a terminal, written over and over and erased at the end; `undefined` where nobody watches:
 * in a pipe, in CI, on a terminal that cannot erase.
 */
export function progressLine({ env, isTTY, write, clock }: ProgressWorld): OnProgress | undefined {
  const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  if (!isTTY || inCi || env['TERM'] === 'dumb') return undefined;
  let next = clock() + patience;
  let shown = false;
  return (stage, done, of) => {
    if (stage === 'done') {
      if (shown) write(eraseLine);
      shown = false;
      return;
    }
    const now = clock();
    if (now < next) return;
    next = now + pause;
    shown = true;
    write(`${eraseLine}${words[stage]} ${done}/${of}`);
  };
}
