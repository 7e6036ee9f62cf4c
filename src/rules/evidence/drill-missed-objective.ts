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
  byTier: true,
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
    promisesOf(index).some((promise) => promise.target !== undefined && measurementOf(promise)?.standing === 'current'),
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
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 55m } } }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 22m } } }
`,
});

interface Missed extends Measurement {
  readonly promise: PromiseResult;
  readonly target: Seconds;
}

function missedIn({ measurementOf }: Facts, promise: PromiseResult): readonly Missed[] {
  const { target } = promise;
  const measured = target === undefined ? undefined : measurementOf(promise);
  // What a change has made of it, nobody knows until the next drill: another finding.
  if (target === undefined || measured?.standing !== 'current' || measured.value <= target) return [];
  // A wider loss that was survived proves the narrower one; one that took too long says nothing about it.
  if (promise.worst === undefined || !measured.drill.lose.domains.includes(promise.worst)) return [];
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
