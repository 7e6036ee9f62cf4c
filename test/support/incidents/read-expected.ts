import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { parseDuration } from '../../../src/units/duration.js';
import { losses, questions, states, type Expected } from './expected.js';

const text = { type: 'string', minLength: 1 } as const;
const id = { type: 'string', pattern: '^[^\\s]+$' } as const;
const ids = { type: 'array', items: id, uniqueItems: true } as const;
const duration = { type: 'string', format: 'duration' } as const;
const stateOrStates = {
  anyOf: [{ enum: states }, { type: 'array', items: { enum: states }, minItems: 2, uniqueItems: true }],
} as const;

/** A map with these keys and no others. */
function closed(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

const event = {
  ...closed(
    {
      lose: { ...ids, minItems: 1 },
      corrupt: { ...ids, minItems: 1 },
      scenario: id,
      lasts: duration,
      destroys: { type: 'boolean' },
    },
    [],
  ),
  anyOf: [{ required: ['lose'] }, { required: ['corrupt'] }, { required: ['scenario'] }],
};

const outcome = {
  ...closed(
    {
      atOnce: stateOrStates,
      back: { anyOf: [{ const: 'never' }, duration] },
      loss: { enum: losses },
      lossTime: duration,
      source: text,
      declaredAs: id,
    },
    ['source'],
  ),
  dependentSchemas: { lossTime: { properties: { loss: { const: 'some' } }, required: ['loss'] } },
};

const consequence = {
  ...closed(
    {
      atOnce: stateOrStates,
      back: {
        anyOf: [
          { enum: ['never', 'finite'] },
          closed({ atMost: duration }, ['atMost']),
          closed({ atLeast: duration }, ['atLeast']),
          closed({ bestAtMost: duration }, ['bestAtMost']),
        ],
      },
      loss: { enum: losses },
    },
    [],
  ),
  minProperties: 1,
};

const edit = closed(
  { file: id, path: { type: 'array', items: { type: ['string', 'integer'] }, minItems: 1 }, value: {} },
  ['file', 'path'],
);

const repair = {
  ...closed(
    {
      name: text,
      guilty: { type: 'boolean' },
      edits: { type: 'array', items: edit, minItems: 1 },
      event,
      unchanged: { ...ids, minItems: 1 },
    },
    ['name', 'guilty', 'edits'],
  ),
  patternProperties: { '^then$': { type: 'object', additionalProperties: consequence, minProperties: 1 } },
  anyOf: [
    { properties: { guilty: { const: true } }, required: ['then'] },
    { properties: { guilty: { const: false } }, required: ['unchanged'] },
  ],
};

const schema = closed(
  {
    version: { const: 1 },
    title: text,
    events: closed({ declared: event, revealed: event }, ['declared', 'revealed']),
    kinds: ids,
    services: { type: 'object', additionalProperties: outcome, minProperties: 1 },
    order: { type: 'array', items: { ...ids, minItems: 1 }, minItems: 2 },
    misses: {
      type: 'array',
      items: closed({ service: id, what: { enum: questions }, why: text }, ['service', 'what', 'why']),
    },
    notAssessable: { type: 'array', items: closed({ about: text, why: text }, ['about', 'why']) },
    repairs: { type: 'array', items: repair },
  },
  ['version', 'title', 'events', 'kinds', 'services', 'misses', 'notAssessable', 'repairs'],
);

const isExpected: ValidateFunction<Expected> = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  formats: { duration: (written: string) => parseDuration(written).ok },
}).compile<Expected>(schema);

/** Everything that is wrong with the shape of what was read; undefined: nothing. */
export function expectedFaults(value: unknown): string | undefined {
  if (isExpected(value)) return undefined;
  return (isExpected.errors ?? [])
    .map(({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
    .join('\n');
}

/** Reads an `expected.yaml`. Throws where its shape is wrong: a key that nobody reads would be a check that nobody makes. */
export function readExpected(path: string): Expected {
  const value: unknown = parse(readFileSync(path, 'utf8'));
  if (isExpected(value)) return value;
  throw new Error(`${path}:\n${expectedFaults(value) ?? ''}`);
}
