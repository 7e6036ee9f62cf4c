import { heldTest } from '../held-test.js';
import { defineRule, type Rule } from '../rule.js';

export const evidenceMissing: Rule = defineRule({
  id: 'evidence-missing',
  group: 'evidence',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Drills and restore tests without a record that somebody else could read',
  why: 'An auditor believes a report, and so will your successor. A date in a file proves that somebody could type a date.',
  fix: 'Put a link or ticket to the record under `evidence` of the drill, or of `tested` on the backup.',
  references: [],
  controls: ['ISO 22301:2019 8.5', 'DORA Art. 11(8)', 'MAS FSM-N05', 'FedRAMP CP-4', 'ISMS-P 2.12.2'],
  applies: ({ services }, { drills, now }) =>
    drills.length > 0 ||
    services.some(({ backups = [] }) => backups.some(({ tested }) => heldTest(tested, now) !== undefined)),
  *check(model, { drills, now }) {
    for (const { index, date, evidence } of drills) {
      if (evidence !== undefined) continue;
      yield {
        outcome: 'fail',
        message: `the drill of ${date} names no evidence`,
        detail: `drill ${date}`,
        spots: [{ at: model.place({ type: 'drill', index }), label: 'no `evidence` here' }],
      };
    }
    for (const { index, id, backups = [] } of model.services) {
      const bare = backups.find(({ tested }) => {
        const test = heldTest(tested, now);
        return test !== undefined && test.evidence === undefined;
      });
      if (bare === undefined) continue;
      yield {
        outcome: 'fail',
        message: `the restore test of ${id} names no evidence`,
        detail: `restore ${id}`,
        spots: [{ at: model.origin(index, ['backups', bare.id, 'tested']).place, label: 'no `evidence` here' }],
        hurts: [index],
      };
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered }
`,
  prefer: `
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, evidence: https://wiki.example/drill-17 }
`,
});
