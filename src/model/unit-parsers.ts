import { parseDate } from '../units/date.js';
import { parseDuration } from '../units/duration.js';
import type { Parsed } from '../units/parsed.js';
import { parseRate } from '../units/rate.js';
import { parseShare } from '../units/share.js';
import { parseSize } from '../units/size.js';

/** Readers of units that read each spelling once: an inventory has few of them and repeats them. */
export interface UnitParsers {
  readonly date: (text: string) => Parsed<string>;
  readonly duration: (text: string) => Parsed<number>;
  readonly rate: (text: string) => Parsed<number>;
  readonly share: (text: string) => Parsed<number>;
  readonly size: (text: string) => Parsed<number>;
}

/** New for each run, so that nothing outlives it. */
export function unitParsers(): UnitParsers {
  return {
    date: once(parseDate),
    duration: once(parseDuration),
    rate: once(parseRate),
    share: once(parseShare),
    size: once(parseSize),
  };
}

function once<Value>(parse: (text: string) => Parsed<Value>): (text: string) => Parsed<Value> {
  const known = new Map<string, Parsed<Value>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = parse(text);
    known.set(text, result);
    return result;
  };
}
