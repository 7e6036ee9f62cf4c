import { InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../units/duration.js';
import { variableOf } from './environment.js';

/** A flag that can also be set by an environment variable of its name. */
export function flag(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(variableOf(option.long ?? flags));
}

export function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

export function collectIds(value: string, earlier: readonly string[] | undefined): readonly string[] {
  const ids = value.split(',').map((id) => id.trim());
  if (ids.includes('')) throw new InvalidArgumentError('It takes ids, separated by commas.');
  return [...(earlier ?? []), ...ids];
}

/** Seconds. */
export function duration(value: string): number {
  const parsed = parseDuration(value);
  if (!parsed.ok) throw new InvalidArgumentError(`It ${parsed.reason}; ${parsed.help}.`);
  return parsed.value;
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}
