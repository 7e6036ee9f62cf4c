import type { Plan } from '../../model/plan.js';
import type { Facts } from '../facts.js';
import { servicesPlannedFor } from '../operations/plan-scope.js';
import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const failbackUnplanned: Rule = defineRule({
  id: 'failback-unplanned',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan to fail over that does not say how to go back, or that nobody has reviewed for it for too long',
  why: 'Going over takes minutes and is drilled; going back is a second migration, with data on both sides and customers in between. In October 2018 GitHub could not fail back: the old site had writes that the new one lacked, and service was degraded for 24 hours.',
  fix: 'Write down how data that was written meanwhile is copied back or given up, who decides when, and what happens if the old place does not return; set `failback` to the day it was last reviewed, and try it in the next drill.',
  references: [
    {
      title: 'GitHub, October 21 post-incident analysis (2018)',
      url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
    },
  ],
  controls: [
    'ISO 22301:2019 8.4.5',
    'NIST SP 800-53 CP-7(6)',
    'Regulation (EU) 2024/2690 Annex 4.1.2(h)',
    'NIST CSF 2.0 RC.RP-05',
  ],
  applies: (plan, facts) => failsOver(plan, facts),
  *check(plan, facts) {
    const { failback } = plan;
    const owner = { type: 'plan', index: plan.index } as const;
    if (failback === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path: ['failback'] }] };
      return;
    }
    const late = overdue(failback, facts, facts.maxAge.review, 'reviewed');
    if (late === undefined) return;
    yield {
      outcome: 'fail',
      ...late.mark,
      message:
        failback === 'never'
          ? `the plan ${plan.id} says how services fail over, and not how they go back`
          : `the way back in the plan ${plan.id} ${late.told}`,
      spots: [{ at: facts.model.place(owner, ['failback']), label: late.label }],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  chat: { replicas: [{ at: harbour, role: primary }, { at: hill, role: standby }] }
plans:
  site-loss: { covers: all, failback: never }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  chat: { replicas: [{ at: harbour, role: primary }, { at: hill, role: standby }] }
plans:
  site-loss: { covers: all, failback: 2026-05-10 }
`,
});

/** Whether it is for a service that somebody moves to another copy. What serves everywhere has nothing to go back to. */
function failsOver(plan: Plan, facts: Facts): boolean {
  return (servicesPlannedFor(plan, facts) ?? []).some((index) =>
    facts.model.services[index]?.replicas.some(({ role }) => role === 'standby' || role === 'replica'),
  );
}
