import { defineRule, type Rule } from '../rule.js';

export const activationAuthorityMissing: Rule = defineRule({
  id: 'activation-authority-missing',
  group: 'operations',
  on: 'plan',
  severity: 'medium',
  byTier: false,
  summary: 'A plan that nobody may start, or only one person',
  why: 'Failing over costs data and money, so people wait for somebody who may say yes. If that person sleeps, flies or sits in the building that burns, the time goes by while everything needed stands ready.',
  fix: 'Name under `activation` who may decide, who decides when they cannot be reached, on what sign, and within what time.',
  references: [],
  controls: [
    'Delegated Regulation (EU) 2024/1774 Art. 26(1)(a)',
    'Regulation (EU) 2024/2690 Annex 4.1.2(d)',
    'NIST CSF 2.0 RS.MA-05',
    'APRA CPS 230 40(b)',
    'ISO 22301:2019 8.4.4',
  ],
  *check(plan, { model }) {
    const owner = { type: 'plan', index: plan.index } as const;
    const { activation } = plan;
    if (activation?.authority === 'none') {
      yield {
        outcome: 'fail',
        message: `nobody may start the plan ${plan.id}`,
        detail: 'authority',
        spots: [{ at: model.place(owner, ['activation', 'authority']), label: 'nobody' }],
      };
    } else if (activation?.deputy === 'none') {
      yield {
        outcome: 'fail',
        message: `only ${activation.authority ?? 'one person'} may start the plan ${plan.id}, and nobody in their place`,
        detail: 'deputy',
        spots: [{ at: model.place(owner, ['activation', 'deputy']), label: 'no deputy' }],
      };
    }
    const wanted = activation?.authority === 'none' ? [] : (['authority', 'deputy', 'criteria', 'within'] as const);
    const open = wanted.filter((field) => activation?.[field] === undefined);
    if (open.length > 0) {
      yield { outcome: 'unknown', missing: open.map((field) => ({ owner, path: ['activation', field] })) };
    }
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, activation: { authority: head of operations, deputy: none } }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss:
    covers: all
    activation: { criteria: a site is dark for 15 minutes, authority: head of operations, deputy: duty manager, within: 30m }
`,
});
