import { below, keyOf, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import { defineRule, type Rule } from '../rules/rule.js';
import type { RulesDocument } from '../schema/rules-document.js';
import type { JsonValue } from '../source/json-value.js';
import { checkExpression, type ShapeScope } from './check-expression.js';
import { checkSchema } from './check-schema.js';
import { entityOfDomain } from './entity-of-domain.js';
import { entityOfDrill } from './entity-of-drill.js';
import { entityOfService } from './entity-of-service.js';
import { readExpression, type Expression, type ExpressionProblem } from './expression.js';
import { domainPlace, drillPlace, servicePlace } from './finding-place.js';
import { judgeOwn, type OwnJudge } from './judge-own.js';
import { selectProblems } from './own-select.js';
import { date, family, nameOfShape, type Shape } from './shape.js';
import { subjectShapes } from './subject-shapes.js';
import { readTemplate } from './template.js';

/** A rule as its file has it. */
export interface WrittenRule extends Omit<RulesDocument['rules'][number], 'schema'> {
  readonly schema: JsonValue | undefined;
}

export interface CompiledRule {
  readonly rule: Rule | undefined;
  readonly problems: readonly Problem[];
}

/** Makes a rule of what is written, or says what of it cannot be meant. */
export function compileRule(written: WrittenRule, place: Place): CompiledRule {
  const shape = subjectShapes[written.on];
  const scope = new Map<string, Shape>([
    [written.on, shape],
    ['now', date],
  ]);
  const when = condition(written.when, scope, below(place, 'when'));
  const must = condition(written.assert, scope, below(place, 'assert'));
  const message = readTemplate(written.message, scope);
  const { schema } = written;
  const problems = [
    ...when.problems,
    ...must.problems,
    ...message.problems.map((problem) => located(problem, below(place, 'message'))),
    ...(schema === undefined
      ? []
      : checkSchema(schema, shape).map(({ path, message: wrong, help }): Problem => {
          const at = keyOf(below(place, 'schema', ...path));
          return { code: 'value', message: wrong, at, help };
        })),
    ...selectProblems(written, shape, place),
    ...atProblems(written, shape, place),
    ...oneCondition(written, place),
  ];
  if (problems.length > 0) return { rule: undefined, problems };
  const judge = judgeOwn({
    id: written.id,
    name: written.on,
    select: written.select ?? {},
    when: when.expression,
    must:
      must.expression === undefined
        ? { is: 'schema', schema: schema ?? true }
        : { is: 'expression', expression: must.expression },
    message: message.template,
    at: written.at?.split('.') ?? [],
  });
  return { rule: ruleOf(written, judge), problems: [] };
}

function ruleOf(written: WrittenRule, judge: OwnJudge): Rule {
  const { id, on, severity, summary, why, fix, controls = [], byTier = false } = written;
  const words = { id, group: 'own', severity, summary, why, fix, controls, byTier, references: [] } as const;
  const text = { ...words, avoid: '', prefer: '' } as const;
  switch (on) {
    case 'service':
      return defineRule({
        ...text,
        on: 'service',
        applies: (service, facts) => judge.applies(facts, entityOfService(service, facts)),
        check: (service, facts) => {
          const owner = { type: 'service', index: service.index } as const;
          const placeOf = servicePlace(facts.model, service);
          return judge.check(facts, { owner, entity: entityOfService(service, facts), placeOf });
        },
      });
    case 'location':
    case 'domain':
      return defineRule({
        ...text,
        on: 'failure-domain',
        applies: (domain, facts) =>
          (domain.section === 'locations') === (on === 'location') &&
          judge.applies(facts, entityOfDomain(domain, facts)),
        check: (domain, facts) => {
          const owner = { type: 'domain', index: domain.index } as const;
          const placeOf = domainPlace(facts.model, domain);
          return judge.check(facts, { owner, entity: entityOfDomain(domain, facts), placeOf });
        },
      });
    case 'drill':
      return defineRule({
        ...text,
        on: 'drill',
        applies: (drill, facts) => judge.applies(facts, entityOfDrill(drill, facts)),
        check: (drill, facts) => {
          const owner = { type: 'drill', index: drill.index } as const;
          return judge.check(facts, {
            owner,
            entity: entityOfDrill(drill, facts),
            placeOf: drillPlace(facts.model, drill),
          });
        },
      });
  }
}

interface Condition {
  readonly expression: Expression | undefined;
  readonly problems: readonly Problem[];
}

function condition(text: string | undefined, scope: ShapeScope, at: Place): Condition {
  if (text === undefined) return { expression: undefined, problems: [] };
  const read = readExpression(text);
  if (!read.ok) return { expression: undefined, problems: [located(read.problem, at)] };
  const { shape, problems } = checkExpression(read.expression, scope);
  const isCondition = family(shape) === 'flag' || shape.is === 'any';
  const notOne = {
    message: `the expression gives ${nameOfShape(shape)}, not true or false`,
    help: 'compare it with something, like `size(service.replicas) >= 2`',
    start: 0,
  };
  const all = isCondition || problems.length > 0 ? problems : [notOne];
  return { expression: read.expression, problems: all.map((problem) => located(problem, at)) };
}

/** Where in the expression it is, is said in words: its text may be folded or quoted in the file. */
function located({ message, help, start }: ExpressionProblem, at: Place): Problem {
  const where = start === 0 ? message : `${message} (character ${start + 1})`;
  return { code: 'value', message: where, at, help };
}

function oneCondition({ assert, schema }: WrittenRule, place: Place): readonly Problem[] {
  if ((assert === undefined) !== (schema === undefined)) return [];
  const message = assert === undefined ? 'the rule asks for nothing' : 'the rule has both `assert` and `schema`';
  const at = assert === undefined ? below(place, 'id') : keyOf(below(place, 'schema'));
  return [{ code: 'value', message, at, help: 'write either `assert: …` or `schema: …`' }];
}

function atProblems({ at = '' }: WrittenRule, shape: Shape, place: Place): readonly Problem[] {
  let inside: Shape | undefined = shape;
  for (const name of at === '' ? [] : at.split('.')) {
    if (inside?.is !== 'part' || !Object.hasOwn(inside.fields, name)) {
      const names = inside?.is === 'part' ? Object.keys(inside.fields).join(', ') : '';
      const help = names === '' ? 'name the field around it' : `there are ${names}`;
      return [{ code: 'reference', message: `there is no field \`${at}\``, at: below(place, 'at'), help }];
    }
    inside = inside.fields[name];
  }
  return [];
}
