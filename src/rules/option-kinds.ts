import type { OptionSchema } from './option-schema.js';
import { parseDuration } from '../units/duration.js';
import { parseInterval, type Interval } from '../units/interval.js';
import { parsed, refused, type Parsed } from '../units/parsed.js';

/** A form in which an option may be written. */
export interface OptionKind<Value> {
  /** A JSON Schema that accepts what `parse` does. */
  readonly schema: OptionSchema;
  readonly parse: (written: unknown) => Parsed<Value>;
}

/** Seconds, written `2h` or `PT2H`. */
export const durationKind: OptionKind<number> = {
  schema: {
    type: 'string',
    pattern:
      '^(?:[0-9]{1,9}(?:\\.[0-9]{1,3})?(?:w|d|h|m|s)|(?=[0-9])(?:[0-9]{1,9}w)?(?:[0-9]{1,9}d)?(?:[0-9]{1,9}h)?(?:[0-9]{1,9}m)?(?:[0-9]{1,9}s)?(?:[0-9]{1,9}ms)?|P(?:[0-9]{1,9}W|(?=[0-9]|T[0-9])(?:[0-9]{1,9}D)?(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}(?:\\.[0-9]{1,3})?S)?)?))$',
  },
  parse: (written) =>
    typeof written === 'string' ? parseDuration(written) : refused('is not a length of time', 'write it like `2h`'),
};

/** Months of the calendar and days, written `12mo` or `P1Y`, or any duration. */
export const intervalKind: OptionKind<Interval> = {
  schema: {
    anyOf: [
      durationKind.schema,
      {
        type: 'string',
        pattern:
          '^(?:(?=[0-9])(?:[0-9]{1,2}y)?(?:[0-9]{1,3}mo)?(?:[0-9]{1,4}w)?(?:[0-9]{1,5}d)?|P(?=[0-9])(?:[0-9]{1,2}Y)?(?:[0-9]{1,3}M)?(?:[0-9]{1,4}W)?(?:[0-9]{1,5}D)?)$',
      },
    ],
  },
  parse: (written) =>
    typeof written === 'string' ? parseInterval(written) : refused('is not a length of time', 'write it like `12mo`'),
};

const distance = /^([0-9]{1,5}(?:\.[0-9]{1,3})?)km$/;

/** Kilometres, written `30km`. */
export const distanceKind: OptionKind<number> = {
  schema: { type: 'string', pattern: distance.source },
  parse(written) {
    const match = typeof written === 'string' ? distance.exec(written) : null;
    return match === null
      ? refused('is not a distance', 'write it in kilometres, like `30km`')
      : parsed(Number(match[1]));
  },
};

/** A whole number, both ends included. */
export function countKind(minimum: number, maximum: number): OptionKind<number> {
  return {
    schema: { type: 'integer', minimum, maximum },
    parse: (written) =>
      typeof written === 'number' && Number.isInteger(written) && written >= minimum && written <= maximum
        ? parsed(written)
        : refused('is not such a number', `write a whole number from ${minimum} to ${maximum}`),
  };
}

/** One word of a list. */
export function wordKind<const Word extends string>(words: readonly Word[]): OptionKind<Word> {
  return {
    schema: { type: 'string', enum: words },
    parse(written) {
      const word = words.find((one) => one === written);
      return word === undefined
        ? refused('is not one of the words', `write one of ${words.map((one) => `\`${one}\``).join(', ')}`)
        : parsed(word);
    },
  };
}

const id = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/;

const name: OptionSchema = { type: 'string', pattern: id.source };

/** A name, or a list of them, such as kinds of failure domain. */
export const namesKind: OptionKind<readonly string[]> = {
  schema: { anyOf: [name, { type: 'array', minItems: 1, items: name }] },
  parse(written) {
    const all: readonly unknown[] = Array.isArray(written) ? written : [written];
    const names = all.filter((one) => typeof one === 'string').filter((one) => id.test(one));
    return names.length > 0 && names.length === all.length
      ? parsed(names)
      : refused('is not a list of names', 'write them like `[building, region]`');
  },
};
