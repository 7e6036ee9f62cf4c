import type { Parsed } from '../units/parsed.js';
import { read, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';
import { refuse } from './read-values.js';

/** An ISO date. */
export function readDate(linking: Linking, fields: Fields, key: string): string | undefined {
  return readParsed(linking, fields, key, linking.units.date);
}

/** An ISO date, or `never`. */
export function readDateOrNever(linking: Linking, fields: Fields, key: string): string | undefined {
  return read(fields, key) === 'never' ? 'never' : readDate(linking, fields, key);
}

/** Seconds. */
export function readDuration(linking: Linking, fields: Fields, key: string): number | undefined {
  return readParsed(linking, fields, key, linking.units.duration);
}

/** Bytes per second. */
export function readRate(linking: Linking, fields: Fields, key: string): number | undefined {
  return readParsed(linking, fields, key, linking.units.rate);
}

/** 0.4 for `40%`. */
export function readShare(linking: Linking, fields: Fields, key: string): number | undefined {
  return readParsed(linking, fields, key, linking.units.share);
}

/** Bytes. */
export function readSize(linking: Linking, fields: Fields, key: string): number | undefined {
  return readParsed(linking, fields, key, linking.units.size);
}

function readParsed<Value>(
  linking: Linking,
  fields: Fields,
  key: string,
  parse: (text: string) => Parsed<Value>,
): Value | undefined {
  const text = read(fields, key);
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return refuse(linking, fields, key, 'type', 'text');
  const result = parse(text);
  if (result.ok) return result.value;
  const message = `\`${text.slice(0, 60)}\` ${result.reason}`;
  reportAt(linking, { fields, path: [key], on: 'value' }, { code: 'value', message, help: result.help });
  return undefined;
}
