import { parseInterval } from '../units/interval.js';
import { parseShare } from '../units/share.js';
import type { WrittenOption } from '../rules/rule-option.js';

/** Seconds of a month on average in the Gregorian calendar: 400 years have 146,097 days. */
const month = (146_097 / 4800) * 86_400;

const counted = /^(\d+(?:\.\d+)?) ?([a-z]+)$/;

/** How much a value of a threshold is, and of what; `undefined`: it cannot be compared with others. */
export function magnitude(value: WrittenOption): { readonly unit: string; readonly amount: number } | undefined {
  if (typeof value === 'number') return { unit: '', amount: value };
  if (typeof value === 'boolean') return { unit: 'yes or no', amount: Number(value) };
  if (typeof value !== 'string') return undefined;
  const length = parseInterval(value);
  if (length.ok) return { unit: 'seconds', amount: length.value.months * month + length.value.seconds };
  const share = parseShare(value);
  if (share.ok) return { unit: 'share', amount: share.value };
  const [, amount, unit] = counted.exec(value) ?? [];
  return amount === undefined || unit === undefined ? undefined : { unit, amount: Number(amount) };
}
