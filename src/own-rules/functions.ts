import { matches } from '../selection/selector.js';
import { daysBetween, parseDate } from '../units/date.js';
import { parseDuration } from '../units/duration.js';
import { parseSize } from '../units/size.js';
import { anything, bytes, date, flag, listOf, number, seconds, text, type Shape } from './shape.js';
import { fault, isList, type Known, type Result } from './value.js';

/** A function that looks at all its arguments, of which the first of a method is what it is called on. */
export interface OwnFunction {
  readonly takes: readonly (readonly Shape[])[];
  readonly gives: Shape;
  /** An argument that must be written out, and how such texts are read. */
  readonly literal?: (written: string) => { readonly ok: true } | { readonly ok: false; readonly help: string };
  readonly run: (values: readonly Known[]) => Result;
}

const list = listOf(anything);

function asText(value: Known | undefined): string {
  return typeof value === 'string' ? value : '';
}

function sizeOf([value]: readonly Known[]): Result {
  if (typeof value === 'string') return [...value].length;
  return value !== undefined && isList(value) ? value.items.length : fault('only texts and lists have a size');
}

const size: OwnFunction = { takes: [[text, list]], gives: number, run: sizeOf };

export const globalFunctions: Readonly<Record<string, OwnFunction>> = {
  size,
  duration: {
    takes: [[text]],
    gives: seconds,
    literal: parseDuration,
    run: ([written]) => read(parseDuration(asText(written))),
  },
  amount: {
    takes: [[text]],
    gives: bytes,
    literal: parseSize,
    run: ([written]) => read(parseSize(asText(written))),
  },
  /** Never is longer ago than any day. */
  days: {
    takes: [[date], [date]],
    gives: number,
    run: ([from, to]) => {
      const [first, last] = [asText(from), asText(to)];
      if (first === 'never') return Infinity;
      return parseDate(first).ok && parseDate(last).ok ? daysBetween(first, last) : fault('days() takes two dates');
    },
  },
};

export const methods: Readonly<Record<string, OwnFunction>> = {
  size,
  startsWith: { takes: [[text], [text]], gives: flag, run: ([on, what]) => asText(on).startsWith(asText(what)) },
  endsWith: { takes: [[text], [text]], gives: flag, run: ([on, what]) => asText(on).endsWith(asText(what)) },
  contains: { takes: [[text], [text]], gives: flag, run: ([on, what]) => asText(on).includes(asText(what)) },
  like: { takes: [[text], [text]], gives: flag, run: ([on, pattern]) => matches(asText(pattern), asText(on)) },
};

/** Macros: their first argument is the name of an item, the second is worked out for each. */
export const macros = ['all', 'exists', 'exists_one', 'filter', 'map'] as const;

function read(parsed: { readonly ok: true; readonly value: number } | { readonly ok: false }): Result {
  return parsed.ok ? parsed.value : fault('a duration or an amount cannot be read');
}
