import { isList as isListed, isMap } from '../schema/breach.js';
import type { JsonValue } from '../source/json-value.js';
import { spend, type Meter } from './meter.js';
import {
  fault,
  isKnown,
  isList,
  isPart,
  obstacle,
  type Absent,
  type Fault,
  type Known,
  type Unknown,
} from './value.js';

/** Whether a value is as a schema asks. A validator has two answers; here a field that nobody filled in is a third. */
export type Verdict = boolean | Unknown | Fault;

/**
 * Holds a value against a JSON Schema whose keywords are all known (`checkSchema`). A field that is left out makes what
 * `properties` says of it unknown; only `required` says that it has to be there.
 */
export function judgeSchema(schema: JsonValue, value: Known | Absent, meter: Meter): Verdict {
  if (!spend(meter, 1)) return fault('the schema takes too long');
  if (typeof schema === 'boolean') return schema;
  if (!isMap(schema)) return true;
  if (!isKnown(value)) return { is: 'unknown', missing: [value.path] };
  return every(
    Object.entries(schema).map(([keyword, argument]) => judged(keyword, argument, { schema, value, meter })),
  );
}

interface Judging {
  readonly schema: { readonly [keyword: string]: JsonValue };
  readonly value: Known;
  readonly meter: Meter;
}

function judged(keyword: string, argument: JsonValue, { schema, value, meter }: Judging): Verdict {
  const hold = (one: JsonValue): Verdict => judgeSchema(one, value, meter);
  const branches = isListed(argument) ? argument : [];
  switch (keyword) {
    case 'type':
      return (isListed(argument) ? argument : [argument]).some((type) => isOfType(value, type));
    case 'const':
      return isEqual(value, argument);
    case 'enum':
      return branches.some((one) => isEqual(value, one));
    case 'allOf':
      return every(branches.map(hold));
    case 'anyOf':
      return some(branches.map(hold));
    case 'oneOf': {
      const verdicts = branches.map(hold);
      return verdicts.filter((one) => one === true).length > 1
        ? false
        : (obstacle(verdicts) ?? verdicts.includes(true));
    }
    case 'not':
      return opposite(hold(argument));
    case 'if': {
      const condition = hold(argument);
      const [yes = true, no = true] = [schema['then'], schema['else']];
      if (typeof condition === 'boolean') return hold(condition ? yes : no);
      const [then, otherwise] = [hold(yes), hold(no)];
      return then === otherwise ? then : (obstacle([condition, then, otherwise]) ?? condition);
    }
    default:
      if (typeof value === 'number') return number(keyword, argument, value);
      if (typeof value === 'string') return text(keyword, argument, value);
      if (isList(value)) return list(keyword, argument, value.items, meter);
      return isPart(value) ? fields(keyword, argument, value.fields, meter) : true;
  }
}

function number(keyword: string, bound: JsonValue, value: number): boolean {
  if (typeof bound !== 'number') return true;
  if (keyword === 'minimum') return value >= bound;
  if (keyword === 'maximum') return value <= bound;
  if (keyword === 'exclusiveMinimum') return value > bound;
  return keyword !== 'exclusiveMaximum' || value < bound;
}

function text(keyword: string, bound: JsonValue, value: string): boolean {
  if (typeof bound !== 'number') return true;
  const length = [...value].length;
  return keyword === 'minLength' ? length >= bound : keyword !== 'maxLength' || length <= bound;
}

function list(keyword: string, argument: JsonValue, items: readonly Known[], meter: Meter): Verdict {
  if (keyword === 'items') return every(items.map((item) => judgeSchema(argument, item, meter)));
  if (keyword === 'contains') return some(items.map((item) => judgeSchema(argument, item, meter)));
  if (typeof argument !== 'number') return true;
  return keyword === 'minItems' ? items.length >= argument : keyword !== 'maxItems' || items.length <= argument;
}

function fields(
  keyword: string,
  argument: JsonValue,
  known: ReadonlyMap<string, Known | Absent>,
  meter: Meter,
): Verdict {
  if (keyword === 'required' && isListed(argument))
    return argument.every((name) => {
      const value = typeof name === 'string' ? known.get(name) : undefined;
      return value !== undefined && isKnown(value);
    });
  if (keyword !== 'properties' || !isMap(argument)) return true;
  return every(
    Object.entries(argument).map(([name, schema]) => {
      const value = known.get(name);
      return value === undefined ? true : judgeSchema(schema, value, meter);
    }),
  );
}

function isOfType(value: Known, type: JsonValue): boolean {
  if (isPart(value)) return type === 'object';
  if (typeof value === 'object') return type === 'array';
  return type === typeof value || (type === 'integer' && Number.isInteger(value));
}

function isEqual(value: Known, written: JsonValue): boolean {
  if (typeof value !== 'object') return value === written;
  if (!isList(value) || !isListed(written) || written.length !== value.items.length) return false;
  return value.items.every((item, position) => isEqual(item, written[position] ?? null));
}

/** What is surely violated counts, whatever is unknown beside it. */
function every(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(false) ? false : (obstacle(verdicts) ?? true);
}

function some(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(true) ? true : (obstacle(verdicts) ?? false);
}

function opposite(verdict: Verdict): Verdict {
  return typeof verdict === 'boolean' ? !verdict : verdict;
}
