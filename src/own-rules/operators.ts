import { spend, type Meter } from './meter.js';
import { fault, isList, list, type Known, type Result } from './value.js';

/** Longest text and list that an expression may make. */
const longest = 10_000;

/** Numbers by value, texts by their characters, lists item by item. */
export function equal(a: Known, b: Known, meter: Meter): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (!isList(a) || !isList(b) || a.items.length !== b.items.length) return false;
  return a.items.every((one, position) => {
    const other = b.items[position];
    return other !== undefined && spend(meter, 1) && equal(one, other, meter);
  });
}

export function compared(op: '<' | '<=' | '>' | '>=', a: Known | undefined, b: Known | undefined): Result {
  const order = orderOf(a, b);
  if (order === undefined) return fault(`\`${op}\` compares two numbers or two texts`);
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  return op === '>' ? order > 0 : order >= 0;
}

function orderOf(a: Known | undefined, b: Known | undefined): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

export function calculated(
  op: '+' | '-' | '*' | '/' | '%',
  a: Known | undefined,
  b: Known | undefined,
  meter: Meter,
): Result {
  if (typeof a === 'number' && typeof b === 'number') return number(op, a, b);
  if (op !== '+' || a === undefined || b === undefined) return fault(`\`${op}\` is for numbers`);
  if (typeof a === 'string' && typeof b === 'string')
    return a.length + b.length > longest ? fault('a text becomes too long') : a + b;
  if (typeof a !== 'object' || typeof b !== 'object' || !isList(a) || !isList(b))
    return fault('`+` adds two numbers, two texts or two lists');
  const length = a.items.length + b.items.length;
  if (length > longest || !spend(meter, length)) return fault('a list becomes too long');
  return list([...a.items, ...b.items]);
}

function number(op: '+' | '-' | '*' | '/' | '%', a: number, b: number): Result {
  if ((op === '/' || op === '%') && b === 0) return fault('it divides by zero');
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : op === '/' ? a / b : a % b;
  // Infinity minus Infinity: no answer, and every comparison with it would quietly be false.
  return Number.isNaN(result) ? fault('it calculates with what is without limit') : result;
}
