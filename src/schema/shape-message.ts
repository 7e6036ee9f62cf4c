import type { JsonValue } from '../source/json-value.js';
import { isList, isMap, type Breach } from './breach.js';
import { shapeOf, textParam, wordsAllowed } from './definition.js';
import { expectations, type Expectation } from './expectations.js';
import { labelOf } from './label.js';
import { quoted, quotedList } from './quoted.js';

const typeNames: ReadonlyMap<string, string> = new Map([
  ['object', 'a map of fields'],
  ['array', 'a list'],
  ['string', 'text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', '`true` or `false`'],
]);

/** What is written for a shape that a reader may know under another name. */
const forms: ReadonlyMap<string, string> = new Map([
  ['a map of fields', 'its fields below it, as `key: value`'],
  ['a list', 'a list, as `[one, another]`'],
]);

/** The problem of a value that is of another shape than its field. */
export function shapeMessage(breach: Breach): {
  readonly code: 'type';
  readonly message: string;
  readonly help: string;
} {
  const { expected, known, help } = shapeExpected(breach);
  const what = whatItIs(breach.value);
  return {
    code: 'type',
    message: `${labelOf(breach.path)} is ${what}, but must be ${expected}`,
    help: rightForm(breach, known) ?? help,
  };
}

/** What a value must be, and the form to write it in. */
export function shapeExpected(breach: Breach): {
  readonly expected: string;
  readonly known: Expectation | undefined;
  readonly help: string;
} {
  // The outermost definition is reported last and speaks of all the shapes that were possible.
  const names = breach.violations.map(shapeOf).toReversed();
  const known = names
    .map((name) => (name === undefined ? undefined : expectations.get(name)))
    .find((expectation) => expectation !== undefined);
  const expected = known?.expected ?? typeExpected(breach);
  const help =
    known?.example === undefined
      ? `write ${forms.get(expected) ?? expected}, or take it out`
      : `write it like ${quoted(known.example)}`;
  return { expected, known, help };
}

function typeExpected(breach: Breach): string {
  const words = wordsAllowed(breach.violations);
  if (words.length > 0) return `one of ${quotedList(words)}`;
  const constant = breach.violations.find(({ keyword }) => keyword === 'const')?.params['allowedValue'];
  if (typeof constant === 'number') return quoted(String(constant));
  const types = breach.violations
    .filter(({ keyword }) => keyword === 'type')
    .map((violation) => typeNames.get(textParam(violation, 'type')) ?? 'something else');
  return types.length > 0 ? [...new Set(types)].join(' or ') : 'of another form';
}

function rightForm(breach: Breach, expectation: Expectation | undefined): string | undefined {
  const { value } = breach;
  if (breach.path.length === 1 && breach.path[0] === 'version') return 'write `version: 1`, the only version there is';
  if (typeof value === 'number' || typeof value === 'boolean') {
    const text = allows(breach, 'string') && wordsAllowed(breach.violations).length === 0;
    const id = expectation === undefined || /\bid\b/.test(expectation.expected);
    // What is written may look otherwise than the value: 010, 1e3.
    return text && id ? `put it in quotes as it is written, like ${quoted(`"${String(value)}"`)}` : undefined;
  }
  if (isMap(value) && allows(breach, 'array')) return missingDashSpace(Object.keys(value));
  return byId(value, expectation) ?? (typeof value === 'string' ? formOfText(breach, value, expectation) : undefined);
}

/** `-at: dc` reads as the key `-at`. */
function missingDashSpace([first = '']: readonly string[]): string | undefined {
  return /^-[^-\s]/.test(first)
    ? `a space is missing after the dash: write ${quoted(`- ${first.slice(1)}: …`)}`
    : undefined;
}

/** A list of ids, or of maps that say their own, as the map by id that it should have been. */
function byId(value: JsonValue | undefined, expectation: Expectation | undefined): string | undefined {
  if (expectation?.entry === undefined) return undefined;
  const first = isList(value) ? value[0] : value;
  const id = isMap(first) ? (first['id'] ?? first['name']) : first;
  if (typeof id !== 'string' || !/^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,40}$/u.test(id) || id === 'unknown') return undefined;
  return `write each by its id: ${quoted(`${id}: ${expectation.entry}`)}`;
}

function formOfText(breach: Breach, text: string, expectation: Expectation | undefined): string | undefined {
  if (allows(breach, 'boolean')) return booleanMeant(text);
  if ((allows(breach, 'number') || allows(breach, 'integer')) && /^\d{1,15}(?:\.\d{1,3})?$/.test(text)) {
    return `write it without quotes: ${quoted(text)}`;
  }
  if (text.length > 40) return undefined;
  if (expectation?.listOfWords === true && allows(breach, 'array')) {
    if (text === 'unknown') return 'leave the line out if it is not known';
    return `write a list: ${quoted(text === 'none' || text === 'never' ? '[]' : `[${text}]`)}`;
  }
  if (expectation?.mainField !== undefined && allows(breach, 'object')) {
    return text === 'unknown' ? undefined : `write ${quoted(`{ ${expectation.mainField}: ${text} }`)}`;
  }
  return undefined;
}

function booleanMeant(text: string): string {
  if (/^(?:yes|y|on|true)$/i.test(text)) return 'write `true`';
  if (/^(?:no|n|off|false)$/i.test(text)) return 'write `false`';
  return 'write `true` or `false`';
}

function allows(breach: Breach, type: string): boolean {
  return breach.violations.some((violation) => violation.keyword === 'type' && violation.params['type'] === type);
}

function whatItIs(value: JsonValue | undefined): string {
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value === 'number') return `the number ${quoted(String(value))}`;
  // Text that reads like a number or a truth value would otherwise look right in the message.
  if (typeof value === 'string' && /^(?:[\d.]+|true|false)$/.test(value)) return `the text ${quoted(value)}`;
  return quoted(String(value));
}
