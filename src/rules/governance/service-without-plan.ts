import { servicesPlannedFor } from '../operations/plan-scope.js';
import { defineRule, type Rule } from '../rule.js';
import { promisedServices } from '../promised-services.js';

export const serviceWithoutPlan: Rule = defineRule({
  id: 'service-without-plan',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Services with promises that no plan covers',
  why: "What is in no plan is nobody's turn. Its recovery starts when somebody notices that everything else is back.",
  fix: 'Name them, or the places they stand on, under `covers` of a plan.',
  references: [],
  controls: ['NIST SP 800-53 CP-2', 'ISO 22301:2019 8.4.4', 'DORA Art. 11(3)', 'NIST CSF 2.0 ID.IM-04'],
  applies: ({ plans }) => plans.length > 0,
  *check({ plans }, facts) {
    const { model } = facts;
    const covered = new Set(plans.flatMap((plan) => servicesPlannedFor(plan, facts) ?? []));
    const promised = promisedServices(facts);
    const left = promised.filter((index) => !covered.has(index));
    const [first] = left;
    if (first === undefined) return;
    const open = plans.filter(({ covers }) => covers === undefined);
    if (open.length > 0) {
      const missing = open.map(({ index }) => ({ owner: { type: 'plan', index } as const, path: ['covers'] }));
      yield { outcome: 'unknown', missing };
      return;
    }
    const name = model.services[first]?.id ?? '';
    yield {
      outcome: 'fail',
      message:
        left.length === 1
          ? `no plan covers ${name}`
          : `no plan covers ${left.length} of ${promised.length} services with promises`,
      spots: [{ at: model.place({ type: 'service', index: first }), label: 'in no plan' }],
      hurts: left,
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h } }
  pay: { objectives: { rto: 1h } }
plans:
  talk: { covers: chat }
`,
  prefer: `
services:
  chat: { objectives: { rto: 1h } }
  pay: { objectives: { rto: 1h } }
plans:
  talk: { covers: [chat, pay] }
`,
});
