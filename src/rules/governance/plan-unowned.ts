import { defineRule, type Rule } from '../rule.js';

export const planUnowned: Rule = defineRule({
  id: 'plan-unowned',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that nobody keeps up to date',
  why: 'A plan without an owner is as old as its last author. It names people who have left and places that were given up, and nobody notices before it is needed.',
  fix: 'Set `owner` to the team or person who reviews it and corrects it after every drill.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(a)(3)', 'BSI C5 BCM-01', 'MAS BCM Guidelines 2', 'DORA Art. 5(2)(c)'],
  *check(plan, { model }) {
    if (plan.owner !== undefined && plan.owner !== 'none') return;
    yield {
      outcome: 'fail',
      message: `the plan ${plan.id} has no owner`,
      spots: [
        {
          at: model.place({ type: 'plan', index: plan.index }, plan.owner === undefined ? [] : ['owner']),
          label: 'no `owner`',
        },
      ],
    };
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, approvedBy: board }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, approvedBy: board, owner: continuity }
`,
});
