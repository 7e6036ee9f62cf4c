import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/own-rules/evaluate.js';
import { readExpression } from '../../src/own-rules/expression.js';
import { list, part, type Known, type Result } from '../../src/own-rules/value.js';
import { outcomes, problemsIn, ruleWith } from './support.js';

function run(text: string, scope: Readonly<Record<string, Known>> = {}, left = 20_000): Result {
  const read = readExpression(text);
  if (!read.ok) throw new Error(read.problem.message);
  return evaluate(read.expression, new Map(Object.entries(scope)), { left });
}

const service = part([], {
  id: 'pay',
  owner: undefined,
  rank: 1,
  replicas: list([
    part(['replicas', 0], { lag: 30, at: list(['a']) }),
    part(['replicas', 2], { lag: undefined, at: undefined }),
  ]),
});

describe('what is missing', () => {
  it.each([
    ['service.owner == "x"', [['owner']]],
    ['service.owner == "x" && service.rank == 1', [['owner']]],
    ['service.owner == "x" || service.rank == 2', [['owner']]],
    ['!(service.owner == "x")', [['owner']]],
    ['service.owner == "x" ? true : true', [['owner']]],
    ['service.replicas.all(r, r.lag < 60)', [['replicas', 2, 'lag']]],
    ['service.replicas.exists(r, r.lag > 60)', [['replicas', 2, 'lag']]],
    ['service.replicas.exists_one(r, r.lag < 60)', [['replicas', 2, 'lag']]],
    ['size(service.replicas.filter(r, "a" in r.at)) > 0', [['replicas', 2, 'at']]],
    ['service.owner == "x" || service.replicas[1].lag > 1', [['owner'], ['replicas', 2, 'lag']]],
  ])('makes %s unknown, and is named', (text, missing) => {
    expect(run(text, { service })).toEqual({ is: 'unknown', missing });
  });

  it.each([
    ['service.owner == "x" && service.rank == 2', false],
    ['service.owner == "x" || service.rank == 1', true],
    ['service.rank == 1 || service.owner == "x"', true],
    ['service.replicas.all(r, r.lag < 10)', false],
    ['service.replicas.exists(r, r.lag < 60)', true],
    ['has(service.owner)', false],
    ['has(service.rank)', true],
    ['service.replicas.exists(r, !has(r.lag))', true],
  ])('does not matter to %s', (text, result) => {
    expect(run(text, { service })).toBe(result);
  });
});

describe('expressions mean what CEL says', () => {
  // An independent evaluator: that of the package, of which the product takes only the grammar.
  const cel = new Environment({ unlistedVariablesAreDyn: true });
  const leaf = fc.oneof(
    fc.constantFrom('x', 'y', '1.5', '2.0', '-3.25'),
    fc.integer({ min: -4, max: 4 }).map((whole) => `${whole}.0`),
  );
  const { flag } = fc.letrec<{ sum: string; flag: string }>((tie) => ({
    sum: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(tie('flag'), tie('sum'), tie('sum')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
    ),
    flag: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('true', 'false', 'l.exists(e, e > x)', 'l.all(e, e >= y)', 'l.exists_one(e, e == x)'),
      fc
        .tuple(tie('sum'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('sum'))
        .map(([a, op, b]) => `${a} ${op} ${b}`)
        .map((text) => `(${text})`),
      fc.tuple(tie('flag'), fc.constantFrom('&&', '||'), tie('flag')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('flag').map((a) => `!${a}`),
      tie('sum').map((a) => `(${a} in l)`),
      tie('sum').map((a) => `(size(l.filter(e, e > ${a})) == size(l))`),
      tie('sum').map((a) => `(${a} in l.map(e, e + ${a}))`),
    ),
  }));

  it('for everything that is known', () => {
    fc.assert(
      fc.property(
        flag,
        fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 4 }),
        fc.integer({ min: -4, max: 4 }),
        (text, l, x) => {
          fc.pre(text.length < 1500 && readExpression(text).ok);
          const scope = { x, y: 1.5, l };
          expect(run(text, { ...scope, l: list(l) }, 1_000_000)).toBe(cel.evaluate(text, scope));
        },
      ),
      { seed: 20260131, numRuns: 400 },
    );
  });

  it('and never say of what is missing what filling it in could change', () => {
    fc.assert(
      fc.property(flag, fc.integer({ min: -4, max: 4 }), (text, filled) => {
        fc.pre(text.length < 1000);
        const open = text.replaceAll('x', 'p.u').replaceAll('ep.uists', 'exists');
        fc.pre(readExpression(open).ok);
        const scope = (u: number | undefined): Record<string, Known> => ({
          p: part([], { u }),
          y: 1.5,
          l: list([1, 2]),
        });
        const before = run(open, scope(undefined), 1_000_000);
        const after = run(open, scope(filled), 1_000_000);
        if (typeof before === 'boolean') expect(after).toBe(before);
        else expect(before).toEqual({ is: 'unknown', missing: [['u']] });
      }),
      { seed: 20260131, numRuns: 400 },
    );
  });
});

describe('a hostile expression', () => {
  const long = list(Array.from({ length: 1000 }, (_, at) => at));

  it.each([
    ['nested loops', 'l.all(a, l.all(b, l.all(c, l.all(d, a + b + c + d >= 0.0))))'],
    ['loops inside loops, absorbed', 'l.all(a, l.all(b, l.all(c, a + b + c >= 0.0))) || true'],
    ['a search in long lists', 'l.all(a, l.all(b, a in l))'],
  ])('of %s comes to an end', (_, text) => {
    expect(run(text, { l: long })).toEqual({ is: 'fault', why: 'the expression takes too long' });
  });

  it.each([
    ['a text', '"xxxxxxxxxxxxxxxx"'],
    ['a list', '[1,2,3,4,5,6,7,8]'],
  ])('cannot double %s without limit', (_, seed) => {
    const doubled = Array.from({ length: 20 }).reduce<string>((text) => `[${text}].map(a, a + a)[0]`, seed);
    const read = readExpression(`size(${doubled}) > 0`);
    const result = read.ok ? evaluate(read.expression, new Map(), { left: 1_000_000 }) : read.problem.message;
    expect(JSON.stringify(result)).toMatch(/becomes too long|cannot be read/);
  });

  it.each([
    'service.constructor',
    'service.__proto__',
    'service.toString()',
    'service.fields',
    'service["constructor"]["constructor"]("return process")()',
    'constructor.constructor("return process")()',
    'process.exit(1)',
    'globalThis.process.env.HOME == ""',
    'import("node:fs")',
    'require("fs")',
    'hasOwnProperty("x")',
    '__proto__("x")',
    'type(service) == type(service)',
    '"aaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$")',
    'cel.bind(a, "x", a + a) == ""',
    'bytes("x").json() == {}',
    'timestamp("2020-01-01T00:00:00Z").getHours("x") == 1',
    '{"a": 1}.a == 1',
    'null == null',
    'service.map(x, x)',
    'service.id.size().constructor == 1',
  ])('such as %s is refused when it is read', (text) => {
    expect(problemsIn(ruleWith({ assert: JSON.stringify(text) }))).not.toEqual([]);
  });

  it('that is long or deep is refused when it is read', () => {
    const deep = [
      `${'('.repeat(500)}true${')'.repeat(500)}`,
      '!'.repeat(1500) + 'true',
      `${'['.repeat(400)}1`,
      '-'.repeat(1999),
    ];
    const wide = [
      `true${' || true'.repeat(240)}`,
      `size([${'1,'.repeat(200)}1]) > 0`,
      'x'.repeat(2001),
      `"${'x'.repeat(1990)}`,
    ];
    for (const text of [...deep, ...wide])
      expect([text.slice(0, 20), problemsIn(ruleWith({ assert: JSON.stringify(text) }))]).not.toEqual([
        text.slice(0, 20),
        [],
      ]);
  });

  it('never throws, whatever it is', () => {
    const token = fc.constantFrom(
      'service',
      '.',
      'id',
      'replicas',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '&&',
      '"a"',
      '1',
      '-',
      '!',
      ',',
      'all',
      'x',
      'has',
      'in',
      '?',
      ':',
      '\\',
      '\n',
      '//',
      "'''",
      'size',
      '9'.repeat(400),
      '0x',
      '1e999',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token, { maxLength: 25 }).map((all) => all.join(' ')),
          fc.string({ maxLength: 60 }),
        ),
        (text) => {
          problemsIn(ruleWith({ assert: JSON.stringify(text) }));
        },
      ),
      { seed: 20260131, numRuns: 1500 },
    );
  });

  it('that cannot be worked out is a finding, not a pass', () => {
    const [result] = outcomes('1 / size(service.dependsOn) > 0', ['{}']);
    expect(result).toBe('this cannot be judged by acme/rule: it divides by zero');
    expect(outcomes('service.promises[3].target > 0', ['{}'])[0]).toContain('a list is shorter');
  });
});

describe('what can never be meant is refused', () => {
  it.each([
    ['service.onwer == "x"', 'there is no field "onwer"', 'did you mean "owner"?'],
    ['service.kind == "datastor"', 'the field is never "datastor"', 'did you mean "datastore"?'],
    ['service.kind in ["tooling", "extern"]', 'the field is never "extern"', 'did you mean "external"?'],
    ['service.replicas.all(r, r.log < 60)', 'there is no field "log"', 'did you mean "lag"?'],
    ['service.objectives.rto <= "4h"', 'a duration and text do not go together', 'duration("4h")'],
    ['service.objectives.rto <= duration("4x")', '"4x" cannot be read', 'units are'],
    ['service.replicas[0] in service.replicas', 'maps of fields cannot be compared', 'their fields'],
    ['service.replicas == service.replicas', 'maps of fields cannot be compared', 'their fields'],
    ['service.owner', 'gives text, not true or false', ''],
    ['service.replicas.lag > 1', 'a list has no field "lag"', 'all()'],
    ['servce.id == "x"', 'there is no name "servce"', 'did you mean "service"?'],
    ['size(service.replicas', 'cannot be read', 'write it like'],
    ['service.id.matches("a.*")', 'there is no function matches()', 'like()'],
    ['service.replicas.all(service, true)', 'there is a "service" already', 'another name'],
  ])('%s', (text, message, help) => {
    const [problem = ''] = problemsIn(ruleWith({ assert: JSON.stringify(text) }));
    expect(problem).toContain(message);
    expect(problem).toContain(help);
    expect(problem).toMatch(/^10:13 /);
  });
});
