import { refused, type Refusal } from './parsed.js';

const example = 'write it like `15m`, `1h30m`, `2d` or `PT15M`';

/** Words that people use for units, in lower case. */
const words: ReadonlyMap<string, string> = new Map([
  ...['w', 'wk', 'wks', 'week', 'weeks'].map((word) => [word, 'w'] as const),
  ...['d', 'day', 'days'].map((word) => [word, 'd'] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, 'h'] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, 'm'] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((word) => [word, 's'] as const),
  ...['ms', 'msec', 'millis', 'millisecond', 'milliseconds'].map((word) => [word, 'ms'] as const),
]);
const order = ['w', 'd', 'h', 'm', 's', 'ms'];

/** Days of the units that have no fixed length, for advice only. */
const calendar: ReadonlyMap<string, number> = new Map([
  ...['mo', 'mos', 'mon', 'month', 'months'].map((word) => [word, 30] as const),
  ...['q', 'quarter', 'quarters'].map((word) => [word, 91] as const),
  ...['y', 'yr', 'yrs', 'year', 'years', 'a'].map((word) => [word, 365] as const),
]);

interface Part {
  readonly number: string;
  readonly unit: string;
}

/** Says why a text is no duration and how it is written. `isDuration` keeps advice from being wrong itself. */
export function durationRefusal(text: string, isDuration: (text: string) => boolean): Refusal {
  // Longer texts are no slips of the pen; the patterns below need not see them.
  if (text.length > 60) return refused('is not a duration', example);
  const trimmed = text.trim();
  if (trimmed === '') return refused('is empty', example);
  if (/^[-\u2212]/.test(trimmed)) return refused('is negative', 'a duration is `0s` or more');
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    if (trimmed.length > 9) return refused('has no unit', example);
    return refused('has no unit', `write \`${trimmed}m\` (minutes) or \`${trimmed}s\` (seconds)`);
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(trimmed);
  if (clock) return clockRefusal(Number(clock[1]), Number(clock[2]), clock[3]);
  if (/^P/i.test(trimmed)) return isoRefusal(trimmed, isDuration);
  const parts = partsOf(trimmed);
  if (parts === undefined) return refused('is not a duration', example);
  if (/^\d+M$/.test(trimmed)) {
    const number = parts[0]?.number ?? '1';
    return refused(
      'may mean minutes or months',
      `write \`${number}m\` for minutes or \`${Number(number) * 30}d\` for months`,
    );
  }
  return partsRefusal(parts, text, isDuration);
}

function clockRefusal(first: number, second: number, third: string | undefined): Refusal {
  const reason = 'looks like a time of day';
  if (third !== undefined) return refused(reason, `write \`${first}h${second}m${Number(third)}s\``);
  return refused(
    reason,
    `write \`${first}h${second}m\` (hours and minutes) or \`${first}m${second}s\` (minutes and seconds)`,
  );
}

function isoRefusal(text: string, isDuration: (text: string) => boolean): Refusal {
  if (/^P(?:\d+Y|(?:\d+Y)?\d+M)/i.test(text)) {
    return refused('has years or months, which have no fixed length', 'write it in days, such as `P30D` or `365d`');
  }
  const upper = text.toUpperCase();
  if (isDuration(upper)) return refused('is not in the capitals of ISO 8601', `write \`${upper}\``);
  return refused('is not a duration of ISO 8601', example);
}

/** Numbers with words behind them, or undefined where it is something else. */
function partsOf(text: string): readonly Part[] | undefined {
  if (!/^(?:\d+(?:[.,]\d+)?\s*[a-z]+[\s,]*)+$/i.test(text)) return undefined;
  return Array.from(text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/gi), ([, number = '', unit = '']) => ({
    number: number.replace(',', '.'),
    unit: unit.toLowerCase(),
  }));
}

function partsRefusal(parts: readonly Part[], text: string, isDuration: (text: string) => boolean): Refusal {
  const noLength = parts.find((part) => calendar.has(part.unit));
  if (noLength) {
    const days = Math.round(Number(noLength.number) * (calendar.get(noLength.unit) ?? 0));
    const advice = `\`${days}d\``;
    return refused(
      `has no fixed length in \`${noLength.unit}\``,
      isDuration(`${days}d`) ? `write it in days: ${advice}` : example,
    );
  }
  const known = parts.map((part) => ({ number: part.number, unit: words.get(part.unit) }));
  const unknown = parts.find((part) => !words.has(part.unit));
  if (unknown) return refused(`has an unknown unit \`${unknown.unit}\``, 'units are `w`, `d`, `h`, `m`, `s` and `ms`');
  if (new Set(known.map((part) => part.unit)).size < known.length) return refused('names a unit twice', example);
  if (known.length > 1 && known.some((part) => part.number.includes('.'))) {
    return refused('has a decimal beside another unit', 'write whole numbers, such as `1h30m`');
  }
  const inOrder = known.toSorted((a, b) => order.indexOf(a.unit ?? '') - order.indexOf(b.unit ?? ''));
  const sorted = inOrder.map((part) => `${part.number}${part.unit ?? ''}`).join('');
  if (!isDuration(sorted)) return refused('is too large or too precise', example);
  const advice = `write \`${sorted}\``;
  if (inOrder.some((part, index) => part !== known[index])) return refused('has its units out of order', advice);
  return refused(/\s/.test(text) ? 'has spaces in it' : 'has units in a form that is not read', advice);
}
