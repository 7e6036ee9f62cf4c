import type { Measurement } from '../../analysis/proof.js';
import type { PromiseResult } from '../../analysis/promises.js';
import type { DomainIndex, Seconds } from '../../model/model.js';
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
  supersedes: ['drill-slower-than-dependents'],
  applies: ({ index }, facts) => facts.promisesOf(index).some((promise) => measuredIn(facts, promise).length > 0),
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
  /** What the drill took away, of the kind that is to be survived. */
  readonly lost: DomainIndex;
}

/** The latest miss that no later drill of the same domain made good; a good drill of one domain says nothing about another. */
function missedIn(facts: Facts, promise: PromiseResult): readonly Missed[] {
  const missed = measuredIn(facts, promise).filter(({ value, target }) => value > target);
  // Of several lost in the same drill, the one on which the promise rests.
  const [latest] = missed.toSorted(
    (a, b) => b.drill.index - a.drill.index || Number(b.lost === promise.worst) - Number(a.lost === promise.worst),
  );
  return latest === undefined ? [] : [latest];
}

/** What was last measured in the loss of each domain of the kind, whichever of them the model holds for the worst. */
function measuredIn({ model, drillsMeasuring, measurementOf }: Facts, promise: PromiseResult): readonly Missed[] {
  const { service, kind, target, worst } = promise;
  if (target === undefined) return [];
  const drilled = drillsMeasuring(service)
    .flatMap(({ lose }) => lose.domains)
    .filter((domain) => model.domains[domain]?.kind === kind);
  return [...new Set([...drilled, ...(worst === undefined ? [] : [worst])])].flatMap((lost) => {
    // A wider loss that was survived proves the narrower one; one that took too long says nothing about it.
    const measured = measurementOf({ ...promise, worst: lost }, 'own');
    // What a change has made of it, nobody knows until the next drill: another finding.
    return measured?.standing === 'current' ? [{ ...measured, promise, target, lost }] : [];
  });
}

function tellMissed({ model }: Facts, id: string, { promise, drill, value, target, lost }: Missed): string {
  const what =
    promise.objective === 'rto'
      ? `${id} took ${formatDuration(value)} to come back`
      : `${id} lost ${formatDuration(value)} of data`;
  return `without ${model.domains[lost]?.id ?? ''} on ${drill.date}, ${what}, its ${promise.objective.toUpperCase()} is ${formatDuration(target)}`;
}
