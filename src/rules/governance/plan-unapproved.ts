import { defineRule, type Rule } from '../rule.js';

export const planUnapproved: Rule = defineRule({
  id: 'plan-unapproved',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that nobody with the power to decide has approved',
  why: 'A plan costs a second site, people on call and lost data. Who has not agreed to that beforehand will not agree during the outage, and the plan stops at the first question about money.',
  fix: 'Have the body that answers for the risk approve it, and name it under `approvedBy`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(a)(7)',
    'DORA Art. 5(2)(e)',
    'Delegated Regulation (EU) 2024/1774 Art. 24(1)',
    'APRA CPS 230 22(b)',
    'ISO 22301:2019 9.3',
  ],
  *check(plan, { model }) {
    if (plan.approvedBy !== undefined && plan.approvedBy !== 'none' && plan.approvedBy !== 'nobody') return;
    yield {
      outcome: 'fail',
      message: `nothing says who approved the plan ${plan.id}`,
      spots: [{ at: model.place({ type: 'plan', index: plan.index }, ['approvedBy']), label: 'no `approvedBy`' }],
    };
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, reviewed: 2026-05-01 }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, approvedBy: board, reviewed: 2026-05-01 }
`,
});
