import type { Role } from '../../model/plan.js';
import type { Failure } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';

export const recoveryRoleUnfilled: Rule = defineRule({
  id: 'recovery-role-unfilled',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan without roles, or a role in it with nobody in it or nobody to step in',
  why: 'A plan that says "the storage team" is followed by whoever happens to answer. After the fire at Pangyo in 2022 too few people were left to start the machines by hand, one after the other; what only one person can do waits for that person.',
  fix: 'List under `roles` who does what, and for each a deputy who can do it too.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(a)(3)',
    'Regulation (EU) 2024/2690 Annex 4.1.2(b)',
    'NYDFS 500.16(a)(2)(ii)',
    'SOC 2 A1.3',
    'FINMA 2023/1 96',
  ],
  *check(plan, { model }) {
    const owner = { type: 'plan', index: plan.index } as const;
    const at = (...path: readonly string[]) => model.place(owner, ['roles', ...path]);
    if (plan.roles === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path: ['roles'] }] };
      return;
    }
    if (plan.roles.length === 0) {
      const message = `the plan ${plan.id} gives nobody a role`;
      yield { outcome: 'fail', message, detail: 'roles', spots: [{ at: at(), label: 'none' }] };
    }
    for (const role of plan.roles) {
      const message = unfilled(plan.id, role);
      if (message !== undefined) {
        const field = role.person === 'none' ? 'person' : 'deputy';
        const spots: Failure['spots'] = [
          { at: at(role.id, field), label: role[field] === 'none' ? 'nobody' : 'the same person' },
        ];
        yield { outcome: 'fail', message, detail: role.id, spots };
      }
      const open = (['person', 'deputy'] as const).filter((field) => role[field] === undefined);
      if (open.length > 0) {
        yield { outcome: 'unknown', missing: open.map((field) => ({ owner, path: ['roles', role.id, field] })) };
      }
    }
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, deputy: none } } }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, deputy: Lee } } }
`,
});

function unfilled(plan: string, { id, person, deputy }: Role): string | undefined {
  if (person === 'none') return `nobody has the role ${id} in ${plan}`;
  if (deputy !== undefined && person === deputy)
    return `nobody can step in as ${id} in ${plan}: its deputy is ${person} too`;
  return deputy === 'none' ? `nobody can step in as ${id} in ${plan}` : undefined;
}
