import { scaleLinear, scaleSymlog } from 'd3-scale';

/** A time axis from 0 to the end of a picture, in per cent of its width. */
export interface TimeAxis {
  /** Of seconds; `null` is the far edge. */
  readonly at: (seconds: number | null) => number;
  readonly ticks: readonly number[];
  /** Late times stand closer together than early ones. */
  readonly compressed: boolean;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What people name when they speak of such times. */
const marks = [
  10,
  30,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  28 * day,
  60 * day,
  120 * day,
  365 * day,
] as const;

/** Per cent of the width at which finite times end: behind it is what never ends. */
const end = 92;
/** Ticks nearer than this run into each other. */
const least = 13;

/** An axis on which all of these can be told apart. */
export function timeAxis(times: readonly (number | null)[]): TimeAxis {
  const finite = times.filter((time) => time !== null && time > 0).filter((time) => time !== null);
  const longest = Math.max(minute, ...finite);
  const shortest = Math.min(longest, ...finite);
  const compressed = longest / shortest > 24;
  const scale = (compressed ? scaleSymlog().constant(Math.max(30, shortest)) : scaleLinear())
    .domain([0, longest])
    .range([0, end]);
  const at = (seconds: number | null): number => (seconds === null ? 100 : Math.min(100, scale(seconds)));
  const ticks: number[] = [];
  for (const mark of marks) {
    if (mark <= longest && at(mark) - at(ticks.at(-1) ?? 0) >= least) ticks.push(mark);
  }
  return { at, ticks, compressed };
}
