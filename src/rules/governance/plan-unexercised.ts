import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const planUnexercised: Rule = defineRule({
  id: 'plan-unexercised',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that nobody has gone through for too long',
  why: 'Reading a plan finds spelling mistakes; going through it finds the missing key, the wrong number and the step that needs the system that is down.',
  fix: 'Go through it with the people named in it, set `exercised`, and record what was measured under `drills`.',
  references: [],
  controls: ['NIST SP 800-53 CP-4', 'ISO 22301:2019 8.5', 'DORA Art. 11(6)(a)', 'SOC 2 A1.3', 'NYDFS 500.16(d)'],
  *check(plan, facts) {
    const entity = { type: 'plan', index: plan.index } as const;
    if (plan.exercised === undefined) {
      yield { outcome: 'unknown', missing: [{ owner: entity, path: ['exercised'] }] };
      return;
    }
    const late = overdue(plan.exercised, facts, facts.maxAge.drill, 'exercised');
    if (late === undefined) return;
    const at = facts.model.place(entity, ['exercised']);
    yield {
      outcome: 'fail',
      ...late.mark,
      message: `the plan ${plan.id} ${late.told}`,
      spots: [{ at, label: late.label }],
    };
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, exercised: never }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, exercised: 2026-05-10 }
`,
});
