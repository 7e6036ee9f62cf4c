import { daysBetween } from '../../units/date.js';
import { lateness } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';
import { restingOn } from './resting-on.js';

export const drillStale: Rule = defineRule({
  id: 'drill-stale',
  group: 'evidence',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'The last drill that took this place or feed away is too long ago',
  why: 'Since then machines were moved, services added and people have left. A drill proves what was there on its day.',
  fix: 'Repeat the drill and record it, or set `maxAge.drill` in the settings to the interval you are held to.',
  references: [],
  controls: ['NIST SP 800-53 CP-4', 'ISO 22301:2019 8.5', 'DORA Art. 24(6)', 'MAS FSM-N05'],
  applies: (domain, facts) =>
    restingOn(facts, domain.index).length > 0 &&
    facts.drills.some(({ index }) => facts.lostInDrill(index).has(domain.index)),
  *check(domain, facts) {
    const { model, drills, now, maxAge, lostInDrill } = facts;
    const last = drills.findLast(({ index }) => lostInDrill(index).has(domain.index));
    if (last === undefined) return;
    const age = daysBetween(last.date, now);
    const late = lateness(last.date, facts, maxAge.drill);
    if (late === undefined) return;
    yield {
      outcome: 'fail',
      ...late.mark,
      message: `the last drill that took ${domain.id} away was ${age} days ago (${last.date}), ${late.told}`,
      spots: [
        { at: model.place({ type: 'drill', index: last.index }, ['date']), label: `${age} days ago` },
        { at: model.place({ type: 'domain', index: domain.index }), label: 'drilled then' },
      ],
      hurts: restingOn(facts, domain.index),
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
  - { date: 2023-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 22m, rpo: 0s } } }
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
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 22m, rpo: 0s } } }
`,
});
