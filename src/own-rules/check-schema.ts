import type { KeyPath } from '../place.js';
import { isList, isMap } from '../schema/breach.js';
import { nearestWord } from '../schema/nearest-word.js';
import type { JsonValue } from '../source/json-value.js';
import { anything, type Shape } from './shape.js';

/** Something wrong with a schema, by path below it. */
export interface SchemaProblem {
  readonly path: KeyPath;
  readonly message: string;
  readonly help: string;
}

type Argument = 'schema' | 'schemas' | 'fields' | 'number' | 'words' | 'types' | 'list' | 'value';

/** The keywords that count, with what stands behind them. */
const keywords: ReadonlyMap<string, Argument> = new Map<string, Argument>([
  ['type', 'types'],
  ['const', 'value'],
  ['enum', 'list'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['exclusiveMinimum', 'number'],
  ['exclusiveMaximum', 'number'],
  ['minLength', 'number'],
  ['maxLength', 'number'],
  ['properties', 'fields'],
  ['required', 'words'],
  ['items', 'schema'],
  ['contains', 'schema'],
  ['minItems', 'number'],
  ['maxItems', 'number'],
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['not', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
]);

/** Keywords that only people read. */
const words: ReadonlySet<string> = new Set(['$schema', '$comment', 'title', 'description', 'examples']);
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean'];

/** What of a schema does not count here, and fields that its subject does not have. */
export function checkSchema(schema: JsonValue, shape: Shape, path: KeyPath = []): readonly SchemaProblem[] {
  if (typeof schema === 'boolean') return [];
  if (!isMap(schema))
    return [
      {
        path,
        message: 'a schema is a map of keywords, `true` or `false`',
        help: 'write it like `{ required: [owner] }`',
      },
    ];
  return Object.entries(schema).flatMap(([keyword, argument]): readonly SchemaProblem[] => {
    if (words.has(keyword)) return [];
    const here = [...path, keyword];
    const kind = keywords.get(keyword);
    return kind === undefined ? [unknownKeyword(keyword, here)] : argumentProblems(kind, argument, shape, here);
  });
}

function unknownKeyword(keyword: string, path: KeyPath): SchemaProblem {
  const meant = nearestWord(keyword, [...keywords.keys()]);
  const instead =
    keyword === 'pattern' ? 'an expression has startsWith(), endsWith(), contains() and like()' : undefined;
  const help =
    instead ?? (meant === undefined ? `there are ${[...keywords.keys()].join(', ')}` : `did you mean "${meant}"?`);
  return { path, message: `the keyword "${keyword}" is not available in a rule`, help };
}

function argumentProblems(kind: Argument, argument: JsonValue, shape: Shape, path: KeyPath): readonly SchemaProblem[] {
  const wrong = (expected: string): readonly SchemaProblem[] => [
    { path, message: `"${String(path.at(-1))}" must be ${expected}`, help: 'it means what it means in JSON Schema' },
  ];
  const inside = path.at(-1) === 'items' || path.at(-1) === 'contains' ? itemOf(shape) : shape;
  switch (kind) {
    case 'value':
      return [];
    case 'number':
      return typeof argument === 'number' ? [] : wrong('a number');
    case 'list':
      return isList(argument) && argument.length > 0 ? [] : wrong('a list of values');
    case 'types':
      return (isList(argument) ? argument : [argument]).every((one) => types.some((type) => type === one))
        ? []
        : wrong(`one of ${types.join(', ')}`);
    case 'words':
      if (!isList(argument)) return wrong('a list of fields');
      return argument.flatMap((name, position) => fieldProblems(String(name), shape, [...path, position]));
    case 'schema':
      return checkSchema(argument, inside, path);
    case 'schemas':
      if (!isList(argument) || argument.length === 0) return wrong('a list of schemas');
      return argument.flatMap((one, position) => checkSchema(one, shape, [...path, position]));
    case 'fields':
      if (!isMap(argument)) return wrong('a map from fields to schemas');
      return Object.entries(argument).flatMap(([name, one]) => {
        const field = shape.is === 'part' && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
        return [
          ...fieldProblems(name, shape, [...path, name]),
          ...checkSchema(one, field ?? anything, [...path, name]),
        ];
      });
  }
}

function itemOf(shape: Shape): Shape {
  return shape.is === 'list' ? shape.of : anything;
}

function fieldProblems(name: string, shape: Shape, path: KeyPath): readonly SchemaProblem[] {
  if (shape.is !== 'part' || Object.hasOwn(shape.fields, name)) return [];
  const names = Object.keys(shape.fields);
  const meant = nearestWord(name, names);
  const help = meant === undefined ? `there are ${names.join(', ')}` : `did you mean "${meant}"?`;
  return [{ path, message: `there is no field "${name}"`, help }];
}
