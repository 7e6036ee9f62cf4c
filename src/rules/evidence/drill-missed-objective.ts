import type { Measurement } from '../../analysis/proof.js';
import type { PromiseResult } from '../../analysis/promises.js';
import type { Seconds } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const drillMissedObjective: Rule = defineRule({
  id: 'drill-missed-objective',
  group: 'evidence',
  on: 'service',
  severity: 'high',
  summary: 'The latest drill or incident took longer, or cost more data, than was promised',
  why: 'This is no longer a model: it was measured, with people who knew that it was a drill. A real loss comes at night and without the preparation.',
  fix: 'Find the step that took the time, change it, and repeat the drill; or promise what can be kept.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-4',
    'NIST SP 800-53 CP-10',
    'DORA Art. 12(6)',
    'APRA CPS 230 43',
    'RBI 29(f)',
    'MAS FSM-N05',
  ],
  applies: ({ index }, { promisesOf, measurementOf }) =>
    promisesOf(index).some((promise) => promise.target !== undefined && measurementOf(promise) !== undefined),
  *check(service, facts) {
    const { model } = facts;
    const missed = facts.promisesOf(service.index).flatMap((promise) => missedIn(facts, promise));
    const [first, ...others] = missed.toSorted((a, b) => b.value - b.target - (a.value - a.target));
    if (first === undefined) return;
    const { promise, drill, value, target } = first;
    const measured = model.place({ type: 'drill', index: drill.index }, ['measured', service.id, promise.objective]);
    yield {
      outcome: 'fail',
      message: tellMissed(facts, service.id, first),
      spots: [
        { at: measured, label: `measured ${formatDuration(value)}` },
        {
          at: model.origin(service.index, ['objectives', 'survive', promise.kind, promise.objective]).place,
          label: `${promise.objective.toUpperCase()} ${formatDuration(target)}`,
        },
      ],
      because: others.map((one) => tellMissed(facts, service.id, one)),
    };
  },
});

interface Missed extends Measurement {
  readonly promise: PromiseResult;
  readonly target: Seconds;
}

function missedIn({ measurementOf }: Facts, promise: PromiseResult): readonly Missed[] {
  const { target } = promise;
  const measured = target === undefined ? undefined : measurementOf(promise);
  if (target === undefined || measured === undefined || measured.value <= target) return [];
  return [{ ...measured, promise, target }];
}

function tellMissed({ model }: Facts, id: string, { promise, drill, value, target }: Missed): string {
  const lost = promise.worst === undefined ? `a ${promise.kind}` : (model.domains[promise.worst]?.id ?? '');
  const what =
    promise.objective === 'rto'
      ? `${id} took ${formatDuration(value)} to come back`
      : `${id} lost ${formatDuration(value)} of data`;
  return `without ${lost} on ${drill.date}, ${what}, its ${promise.objective.toUpperCase()} is ${formatDuration(target)}`;
}
