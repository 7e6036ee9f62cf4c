import type { Drill } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { restingOn } from './resting-on.js';

export const drillFailed: Rule = defineRule({
  id: 'drill-failed',
  group: 'evidence',
  on: 'drill',
  severity: 'high',
  byTier: false,
  summary: 'A loss that was not recovered from when it was tried, or when it happened, and has not been since',
  why: 'A drill that failed is the best evidence there is: what is written down did not work. Until the same loss has been survived, every number about it is a hope.',
  fix: 'Find out why, put it right, take the same things away again, and record that drill.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-4(c)',
    'DORA Art. 24(5)',
    'Delegated Regulation (EU) 2024/1774 Art. 25(5)',
    'ISO 22301:2019 10.1',
  ],
  applies: ({ result, date }, { now }) => result !== undefined && date <= now,
  *check(drill, facts) {
    if (drill.result !== 'failed' || facts.drills.some((later) => makesUpFor(later, drill, facts))) return;
    const { model } = facts;
    const lost = [
      ...drill.lose.domains.map((index) => ({ type: 'domain', index }) as const),
      ...drill.lose.services.map((index) => ({ type: 'service', index }) as const),
    ];
    const names = lost.map(({ type, index }) => (type === 'domain' ? model.domains : model.services)[index]?.id ?? '');
    const what = drill.kind === 'incident' ? 'incident' : 'drill';
    yield {
      outcome: 'fail',
      message: `the ${what} of ${drill.date} failed${names.length === 0 ? '' : `: ${names.join(', ')} lost, and not recovered from`}; no later one has shown that it works`,
      spots: [
        { at: model.place({ type: 'drill', index: drill.index }, ['result']), label: 'failed' },
        ...lost.slice(0, 1).map((one) => ({ at: model.place(one), label: 'lost' })),
      ],
      hurts: [
        ...new Set([...drill.measured.keys(), ...drill.lose.domains.flatMap((index) => restingOn(facts, index))]),
      ].sort((a, b) => a - b),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders: { objectives: { rto: 1h }, replicas: [{ at: harbour }, { at: hill }] }
drills:
  - { date: 2026-03-01, kind: switchover, lose: [harbour], result: failed }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders: { objectives: { rto: 1h }, replicas: [{ at: harbour }, { at: hill }] }
drills:
  - { date: 2026-03-01, kind: switchover, lose: [harbour], result: failed }
  - { date: 2026-04-12, kind: switchover, lose: [harbour], result: recovered, measured: { orders: { rto: 10m } } }
`,
});

/** Whether a later drill took away all that this one did, for real, and did not fail. */
function makesUpFor(later: Drill, { index, lose }: Drill, { lostInDrill }: Facts): boolean {
  // Drills are numbered by date; on one day those that failed come last.
  if (later.index <= index || later.result === 'failed' || later.isTalk) return false;
  if (later.result === undefined && later.measured.size === 0) return false;
  const lost = lostInDrill(later.index);
  return (
    lose.domains.every((domain) => lost.has(domain)) &&
    lose.services.every((service) => later.lose.services.includes(service))
  );
}
