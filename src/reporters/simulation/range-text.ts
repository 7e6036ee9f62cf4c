import type { SimulatedRange } from '../../report/simulation.js';
import { formatDuration } from '../../units/duration.js';

/** `22m–45m`, or one time where both ends are the same; `endless` is the word for what has no end. */
export function rangeText({ best, worst }: SimulatedRange, endless: string): string {
  const from = text(best, endless);
  const to = text(worst, endless);
  return from === to ? from : `${from}–${to}`;
}

function text(seconds: number | null, endless: string): string {
  return seconds === null ? endless : formatDuration(seconds);
}
