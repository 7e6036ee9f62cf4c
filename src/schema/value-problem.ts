import type { ProblemCode } from '../problem.js';
import { parseDate } from '../units/date.js';
import { parseDuration } from '../units/duration.js';
import { parseInterval } from '../units/interval.js';
import type { Parsed } from '../units/parsed.js';
import { parseRate } from '../units/rate.js';
import { parseShare } from '../units/share.js';
import { parseSize } from '../units/size.js';
import { isList, type Breach } from './breach.js';
import { definitionOf, wordsAllowed } from './definition.js';
import { idRefusal, kindRefusal } from './id-refusal.js';
import { labelOf } from './label.js';
import { nearestWord } from './nearest-word.js';
import { quoted, quotedList } from './quoted.js';
import { shapeExpected, shapeMessage } from './shape-message.js';

/** What is wrong with a value, without its place. */
export interface ValueProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly help: string;
}

const units: ReadonlyMap<string, (text: string) => Parsed<unknown>> = new Map<
  string,
  (text: string) => Parsed<unknown>
>([
  ['duration', parseDuration],
  ['interval', parseInterval],
  ['size', parseSize],
  ['rate', parseRate],
  ['share', parseShare],
  ['minCapacity', parseShare],
  ['calendarDate', parseDate],
  ['dateOrUnknown', parseDate],
  ['dateOrNever', parseDate],
]);
const idDefinitions = ['id', 'reference', 'keyReference', 'tierName'];
const kindDefinitions = ['kind', 'kindOrUnknown'];
const textChecks = ['pattern', 'minLength', 'maxLength'];

/** One problem for a value that is not null and has nothing wrong inside. */
export function valueProblem(breach: Breach): ValueProblem {
  const { value } = breach;
  if (typeof value === 'string') return textProblem(breach, value);
  if (typeof value === 'number') return numberProblem(breach, value);
  if (isList(value)) {
    const short = breach.violations.find((violation) => violation.keyword === 'minItems');
    if (short) return tooShort(breach, value.length, definitionOf(short));
  }
  if (breach.violations.some(({ keyword }) => keyword === 'minProperties')) return emptyMap(breach);
  return shapeMessage(breach);
}

function emptyMap(breach: Breach): ValueProblem {
  const { expected, help } = shapeExpected(breach);
  return { code: 'empty', message: `${labelOf(breach.path)} is empty, but must be ${expected}`, help };
}

function textProblem(breach: Breach, text: string): ValueProblem {
  const check = breach.violations.find((violation) => textChecks.includes(violation.keyword));
  if (check) {
    const name = definitionOf(check);
    const refusal = refusalOf(name, text, breach);
    return {
      code: text === '' ? 'empty' : 'value',
      message: `${labelOf(breach.path)}: ${quoted(text)} ${refusal.reason}`,
      help: refusal.help,
    };
  }
  const words = wordsAllowed(breach.violations);
  // Where other shapes are allowed beside the words, only a slip of the pen is taken for one of them.
  const onlyWords =
    words.length > 1 && !breach.violations.some(({ keyword }) => keyword === 'anyOf' || keyword === 'type');
  const near = nearestWord(text, words);
  if (!onlyWords && (near === undefined || words.length < 2)) return shapeMessage(breach);
  return {
    code: 'value',
    message: `${labelOf(breach.path)} cannot be ${quoted(text)}`,
    help:
      near === undefined
        ? `write ${quotedList(words)}`
        : `did you mean ${quoted(near)}? Allowed are ${quotedList(words, 'and')}`,
  };
}

function refusalOf(name: string, text: string, breach: Breach): { reason: string; help: string } {
  const unit = units.get(name)?.(text);
  if (unit?.ok === false) return unit;
  if (idDefinitions.includes(name)) return idRefusal(text, typeof breach.path.at(-1) === 'number');
  if (kindDefinitions.includes(name)) return kindRefusal(text);
  if (name === 'fingerprint')
    return { reason: 'is not a fingerprint', help: 'copy it from the report: `v1:` and 16 hexadecimal digits' };
  if (name === 'recoveryDigest')
    return { reason: 'is not a digest', help: 'let `firebreak drills record` write it, or remove the line' };
  if (name === 'ruleId') return { reason: 'is not the name of a rule', help: 'rule names are like `owner-missing`' };
  if (name === 'ownRuleId')
    return { reason: 'is not the name of a rule of your own', help: 'put a namespace in front, like `acme/two-sites`' };
  if (name === 'fieldPath') return { reason: 'is not a field', help: 'write it like `recovery.decide`' };
  if (text === '') return { reason: 'is empty', help: `write a text, or remove the line` };
  return { reason: 'is too long', help: `${labelOf(breach.path)} holds a short text` };
}

function numberProblem(breach: Breach, number: number): ValueProblem {
  const label = labelOf(breach.path);
  const limit = breach.violations.find(({ keyword }) => keyword === 'minimum' || keyword === 'maximum');
  if (limit)
    return { code: 'value', ...outOfRange(label, number, limit.keyword, limit.params['limit'], definitionOf(limit)) };
  for (const violation of breach.violations) {
    const unit = units.get(definitionOf(violation))?.(String(number));
    if (unit?.ok === false)
      return { code: 'value', message: `${label}: ${quoted(String(number))} ${unit.reason}`, help: unit.help };
  }
  return shapeMessage(breach);
}

function outOfRange(
  label: string,
  number: number,
  keyword: string,
  limit: unknown,
  definition: string,
): { readonly message: string; readonly help: string } {
  const message = `${label} cannot be ${quoted(String(number))}`;
  const bound = `${keyword === 'minimum' ? 'the least is' : 'the most is'} ${typeof limit === 'number' ? limit : 'given by the format'}`;
  return {
    message,
    help: definition === 'latLon' ? `${bound}; write latitude first, then longitude, in degrees` : bound,
  };
}

function tooShort(breach: Breach, length: number, definition: string): ValueProblem {
  const label = labelOf(breach.path);
  if (definition === 'latLon')
    return {
      code: 'type',
      message: `${label} needs two numbers`,
      help: 'write `[37.402, 127.104]`: latitude, longitude',
    };
  if (length === 0)
    return { code: 'empty', message: `${label} is an empty list`, help: 'name at least one, or remove the line' };
  return { code: 'value', message: `${label} needs at least two`, help: 'one alone is written as a plain id' };
}
