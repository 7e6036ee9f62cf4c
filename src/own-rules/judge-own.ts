import type { KeyPath } from '../place.js';
import type { EntityRef } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import type { CannotKnow, Failure, Judgement } from '../rules/judgement.js';
import type { JsonValue } from '../source/json-value.js';
import { evaluate, type Scope } from './evaluate.js';
import type { Expression } from './expression.js';
import type { PlaceOf } from './finding-place.js';
import { judgeSchema, type Verdict } from './judge-schema.js';
import { meterFor, mostForAll, type Meter } from './meter.js';
import { isSelected, type Patterns } from './own-select.js';
import { fillTemplate, type Template } from './template.js';
import { fault, type Known, type Part, type Result } from './value.js';

/** A rule ready to be asked. */
export interface OwnConditions {
  readonly id: string;
  /** The name by which expressions speak of the subject. */
  readonly name: string;
  readonly select: Patterns;
  readonly when: Expression | undefined;
  readonly must: Must;
  readonly message: Template;
  readonly at: KeyPath;
}

/** What has to hold. */
export type Must =
  | { readonly is: 'expression'; readonly expression: Expression }
  | { readonly is: 'schema'; readonly schema: JsonValue };

/** One subject, as the rule sees it. */
export interface OwnCase {
  readonly owner: EntityRef;
  readonly entity: Part;
  readonly placeOf: PlaceOf;
}

export interface OwnJudge {
  readonly applies: (facts: Facts, entity: Part) => boolean;
  readonly check: (facts: Facts, subject: OwnCase) => Iterable<Judgement>;
}

/** Judges subjects one by one, with a bound on the work of the rule in each audit. */
export function judgeOwn(conditions: OwnConditions): OwnJudge {
  const meters = new WeakMap<Facts, Meter>();
  const metered = <Value>(facts: Facts, work: (meter: Meter) => Value): Value => {
    const whole = meters.get(facts) ?? { left: mostForAll };
    meters.set(facts, whole);
    const { meter, settle } = meterFor(whole);
    const value = work(meter);
    settle();
    return value;
  };
  return {
    // What cannot be decided applies, so that it is counted and said.
    applies: (facts, entity) =>
      isSelected(conditions.select, entity) &&
      metered(facts, (meter) => whenOf(conditions, scopeOf(conditions, facts, entity), meter)) !== false,
    check: (facts, subject) => metered(facts, (meter) => judgements(conditions, facts, subject, meter)),
  };
}

function scopeOf({ name }: OwnConditions, { now }: Facts, entity: Part): Scope {
  return new Map<string, Known>([
    [name, entity],
    ['now', now],
  ]);
}

function whenOf({ when }: OwnConditions, scope: Scope, meter: Meter): Verdict {
  return when === undefined ? true : verdictOf(evaluate(when, scope, meter));
}

function verdictOf(result: Result): Verdict {
  if (typeof result === 'boolean') return result;
  return typeof result === 'object' && (result.is === 'unknown' || result.is === 'fault')
    ? result
    : fault('its condition is neither true nor false');
}

function judgements(conditions: OwnConditions, facts: Facts, subject: OwnCase, meter: Meter): readonly Judgement[] {
  const { must, message } = conditions;
  const scope = scopeOf(conditions, facts, subject.entity);
  const when = whenOf(conditions, scope, meter);
  const holds = (): Verdict =>
    must.is === 'schema'
      ? judgeSchema(must.schema, subject.entity, meter)
      : verdictOf(evaluate(must.expression, scope, meter));
  const verdict = when === true ? holds() : when === false ? true : when;
  if (verdict === true) return [];
  if (verdict === false) return [failure(conditions, subject, fillTemplate(message, scope, meter))];
  if (verdict.is === 'unknown') return [cannotKnow(subject, verdict.missing)];
  // Neither a pass nor a gap of the inventory: somebody has to look at the rule.
  const broken = failure(conditions, subject, `this cannot be judged by ${conditions.id}: ${verdict.why}`);
  return [
    { ...broken, detail: 'cannot be judged', fix: 'Change the rule so that it can be worked out for every inventory.' },
  ];
}

function failure({ at, name }: OwnConditions, { placeOf }: OwnCase, message: string): Failure {
  const label = at.length === 0 ? `this ${name}` : at.join('.');
  return { outcome: 'fail', message, spots: [{ at: placeOf(at), label }] };
}

function cannotKnow({ owner }: OwnCase, missing: readonly KeyPath[]): CannotKnow {
  return { outcome: 'unknown', missing: missing.map((path) => ({ owner, path })) };
}
