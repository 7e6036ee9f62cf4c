import { defineRule, type Rule } from '../rule.js';
import { promisedServices } from '../promised-services.js';

export const planMissing: Rule = defineRule({
  id: 'plan-missing',
  group: 'governance',
  on: 'inventory',
  severity: 'info',
  byTier: false,
  summary: 'Recovery is promised, and no plan is written down that says who starts it',
  why: 'An inventory says what could be done. That somebody decides to do it, and who tells whom, is in no replica: at Kakao in October 2022 there was no control room in the first hours.',
  fix: 'Add a `plans` section: what the plan covers, who approved it, who may start it, over which channel people talk.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2',
    'ISO 22301:2019 8.4.4',
    'DORA Art. 11(3)',
    'Regulation (EU) 2024/2690 Annex 4.1.1',
    'HIPAA 164.308(a)(7)',
  ],
  applies: (_model, facts) => promisedServices(facts).length > 0,
  *check({ plans }, facts) {
    const services = promisedServices(facts);
    const [first] = services;
    if (plans.length > 0 || first === undefined) return;
    const promise = services.length === 1 ? 'one service promises' : `${services.length} services promise`;
    yield {
      outcome: 'fail',
      message: `${promise} to come back, and no plan says who starts that`,
      spots: [{ at: facts.model.place({ type: 'service', index: first }), label: 'in no plan' }],
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 1h } }
plans:
  site-loss: { covers: all, approvedBy: board, reviewed: 2026-05-01 }
`,
});
