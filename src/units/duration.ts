import { durationRefusal } from './duration-refusal.js';
import { parsed, type Parsed } from './parsed.js';

/** Milliseconds of each unit, largest first, as they must be written. */
const units = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

// Nine digits keep every sum a safe integer of milliseconds.
const oneUnit = /^(\d{1,9})(?:\.(\d{1,3}))?(w|d|h|m|s)$/;
const sequence = /^(?=\d)(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;
const isoWeeks = /^P(\d{1,9})W$/;
const iso = /^P(?=\d|T\d)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d{1,3}))?S)?)?$/;

/**
 * Reads a duration such as `1h30m`, `2d`, `1.5h`, `500ms` or `PT15M` as seconds, exact to the millisecond. Units come
 * largest first and once each; a decimal only with a single unit. Months and years have no fixed length and are refused.
 */
export function parseDuration(text: string): Parsed<number> {
  const milliseconds = millisecondsOf(text);
  return milliseconds === undefined ? durationRefusal(text, isDuration) : parsed(milliseconds / 1000);
}

function isDuration(text: string): boolean {
  return millisecondsOf(text) !== undefined;
}

function millisecondsOf(text: string): number | undefined {
  const single = oneUnit.exec(text);
  if (single) return inUnit(single[1], single[2], single[3]);
  const several = sequence.exec(text);
  if (several) return units.reduce((sum, [unit], index) => sum + inUnit(several[index + 1], undefined, unit), 0);
  const weeks = isoWeeks.exec(text);
  if (weeks) return inUnit(weeks[1], undefined, 'w');
  const parts = iso.exec(text);
  if (!parts) return undefined;
  const [, days, hours, minutes, seconds, fraction] = parts;
  return (
    inUnit(days, undefined, 'd') +
    inUnit(hours, undefined, 'h') +
    inUnit(minutes, undefined, 'm') +
    inUnit(seconds, fraction, 's')
  );
}

/** Whole and thousandths are multiplied apart, so that 1.1h is 3960 s and not a hair less. */
function inUnit(whole = '0', fraction = '', unit = 's'): number {
  const factor = units.find(([name]) => name === unit)?.[1] ?? 0;
  const thousandths = Number(fraction.padEnd(3, '0'));
  return Number(whole) * factor + (thousandths * factor) / 1000;
}

/**
 * Writes seconds for people: 4500 as `1h15m`, 0 as `0s`. Exact to the millisecond below an hour, to the second above.
 * Reading it back gives the same number again for every whole number of seconds. The caller has its own word for
 * Infinity.
 */
export function formatDuration(seconds: number): string {
  if (seconds < 0) return `-${formatDuration(-seconds)}`;
  const exact = Math.round(seconds * 1000);
  let rest = exact >= 3_600_000 ? Math.round(seconds) * 1000 : exact;
  let text = '';
  for (const [unit, factor] of units.slice(1)) {
    const count = Math.floor(rest / factor);
    rest -= count * factor;
    if (count > 0) text += `${count}${unit}`;
  }
  return text === '' ? '0s' : text;
}
