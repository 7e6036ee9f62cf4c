import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSchema } from '../../src/own-rules/judge-schema.js';
import { list, part, type Known } from '../../src/own-rules/value.js';
import type { JsonValue } from '../../src/source/json-value.js';
import { problemsIn, ruleWith } from './support.js';

const names = ['a', 'b', 'c'] as const;

function known(value: JsonValue): Known {
  if (Array.isArray(value)) return list(value.map(known));
  if (typeof value === 'object' && value !== null)
    return part([], Object.fromEntries(Object.entries(value).map(([key, field]) => [key, known(field)])));
  return value ?? '';
}

const judge = (schema: JsonValue, value: Known): unknown => judgeSchema(schema, value, { left: 1_000_000 });

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'yy', ''), fc.boolean());
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { minKeys: 3, maxKeys: 3 }),
  ),
}));
const { schema } = fc.letrec<{ schema: JsonValue }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.boolean(),
    fc.constantFrom('object', 'array', 'string', 'number', 'integer', 'boolean').map((type) => ({ type })),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })).map((one) => ({ const: one })),
    fc.array(scalar, { minLength: 1, maxLength: 3 }).map((all) => ({ enum: [...new Set(all)] })),
    fc
      .tuple(
        fc.constantFrom('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'),
        fc.integer({ min: -3, max: 3 }),
      )
      .map(([keyword, bound]) => ({ [keyword]: bound })),
    fc
      .tuple(fc.constantFrom('minLength', 'maxLength', 'minItems', 'maxItems'), fc.integer({ min: 0, max: 3 }))
      .map(([keyword, bound]) => ({ [keyword]: bound })),
    fc.tuple(fc.constantFrom('items', 'contains', 'not'), tie('schema')).map(([keyword, one]) => ({ [keyword]: one })),
    fc
      .tuple(fc.constantFrom('allOf', 'anyOf', 'oneOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
      .map(([keyword, all]) => ({ [keyword]: all })),
    fc
      .dictionary(fc.constantFrom(...names), tie('schema'), { minKeys: 1, maxKeys: 2 })
      .map((properties) => ({ properties })),
    fc
      .tuple(tie('schema'), tie('schema'), tie('schema'))
      .map((all) => Object.fromEntries(['if', 'then', 'else'].map((keyword, at) => [keyword, all[at] ?? true]))),
  ),
}));

describe('a JSON Schema', () => {
  it('means what ajv says, where everything is known', () => {
    fc.assert(
      fc.property(schema, value, (asked, given) => {
        const ajv = new Ajv2020({ strict: false, logger: false });
        const plain = typeof asked === 'boolean' ? asked : JSON.parse(JSON.stringify(asked));
        expect(judge(asked, known(given))).toBe(ajv.validate(plain, given));
      }),
      { seed: 20260131, numRuns: 500 },
    );
  });

  it('never says of a field that is left out what filling it in could change', () => {
    const open = part([], { a: undefined, b: undefined, c: 1 });
    fc.assert(
      fc.property(schema, scalar, scalar, (asked, a, b) => {
        const before = judge(asked, open);
        if (typeof before === 'boolean') expect(judge(asked, part([], { a, b, c: 1 }))).toBe(before);
      }),
      { seed: 20260131, numRuns: 2000 },
    );
  });

  it('names what is missing, and asks for it only by `required`', () => {
    const open = part([], { a: undefined, b: 1 });
    expect(judge({ properties: { a: { const: 1 } } }, open)).toEqual({ is: 'unknown', missing: [['a']] });
    expect(judge({ properties: { a: { const: 1 }, b: { const: 2 } } }, open)).toBe(false);
    expect(judge({ not: { properties: { a: { const: 1 } } } }, open)).toEqual({ is: 'unknown', missing: [['a']] });
    expect(judge({ required: ['a'] }, open)).toBe(false);
    expect(judge({ required: ['b'] }, open)).toBe(true);
  });

  it.each([
    ['{ properties: { onwer: {} } }', 'there is no field "onwer"', 'did you mean "owner"?'],
    ['{ required: [owmer] }', 'there is no field "owmer"', 'did you mean "owner"?'],
    ['{ properties: { id: { pattern: "(a+)+$" } } }', 'the keyword "pattern" is not available', 'like()'],
    ['{ $ref: "file:///etc/passwd" }', 'the keyword "$ref" is not available', ''],
    ['{ properties: { replicas: { items: { properties: { log: {} } } } } }', 'there is no field "log"', '"lag"'],
    ['{ minimum: "3" }', '"minimum" must be a number', ''],
    ['{ type: text }', '"type" must be one of', ''],
  ])('%s is refused when it is read', (text, message, help) => {
    const [problem = ''] = problemsIn(ruleWith({ schema: text }));
    expect(problem).toMatch(/^10:\d+ /);
    expect(problem).toContain(message);
    expect(problem).toContain(help);
  });
});
