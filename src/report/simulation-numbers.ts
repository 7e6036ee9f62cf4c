import type { Range } from '../analysis/outcome.js';
import type { SimulatedRange } from './simulation.js';

/** Beyond this a double has no microseconds left to clean. */
const largest = 1e9;

/** Seconds as published: no end is `null`, and sums of decimals carry no dust (0.1 + 0.2 is 0.3). */
export function published(seconds: number): number | null {
  if (seconds === Infinity) return null;
  return seconds > largest ? seconds : Math.round(seconds * 1e6) / 1e6;
}

export function publishedRange({ best, worst }: Range): SimulatedRange {
  return { best: published(best), worst: published(worst) };
}
