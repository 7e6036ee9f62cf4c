import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const recoveryRoleUntrained: Rule = defineRule({
  id: 'recovery-role-untrained',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'People with a role in recovery who were not trained for it, or too long ago',
  why: 'A step done for the first time at three in the morning takes three times as long, if it is not done wrong. Tools and names have changed since the training, too.',
  fix: 'Walk each role through its steps, best in a drill, and write the day down under `trained`.',
  references: [],
  controls: ['NIST SP 800-53 CP-3', 'FedRAMP CP-3', 'NYDFS 500.16(c)', 'SOC 2 A1.3', 'NCSC CAF 4.0 D1.b'],
  applies: ({ roles = [] }) => roles.length > 0,
  *check(plan, facts) {
    const owner = { type: 'plan', index: plan.index } as const;
    for (const { id, trained } of plan.roles ?? []) {
      if (trained === undefined) {
        yield { outcome: 'unknown', missing: [{ owner, path: ['roles', id, 'trained'] }] };
        continue;
      }
      const late = overdue(trained, facts, facts.maxAge.review, 'trained');
      if (late === undefined) continue;
      yield {
        outcome: 'fail',
        ...late.mark,
        message: `the ${id} of ${plan.id} ${late.told}`,
        detail: id,
        spots: [{ at: facts.model.place(owner, ['roles', id, 'trained']), label: late.label }],
      };
    }
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, deputy: Lee, trained: never } } }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, deputy: Lee, trained: 2026-05-01 } } }
`,
});
