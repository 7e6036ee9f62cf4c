import type { DomainIndex } from '../../model/model.js';
import type { Role } from '../../model/plan.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const deputySharesBuilding: Rule = defineRule({
  id: 'deputy-shares-building',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A role in recovery whose holder and deputy work in one building',
  why: 'A fire that takes the machines also sends the people who work beside them into the street, without telephones and laptops. A deputy in the same building stands beside the one they should replace.',
  fix: 'Name a deputy who works in another building, or from home.',
  references: [],
  controls: [
    'Regulation (EU) 2024/2690 Annex 4.2.4(c)',
    'NIST SP 800-53 CP-2(a)(3)',
    'Delegated Regulation (EU) 2024/1774 Art. 26(2)(e)',
  ],
  applies: ({ roles = [] }) => roles.some(({ at, deputyAt }) => at !== undefined || deputyAt !== undefined),
  *check(plan, facts) {
    const { model } = facts;
    const owner = { type: 'plan', index: plan.index } as const;
    for (const role of plan.roles ?? []) {
      const { id, at, deputyAt } = role;
      if (at === undefined && deputyAt === undefined) continue;
      if (at === undefined || deputyAt === undefined) {
        yield {
          outcome: 'unknown',
          missing: [{ owner, path: ['roles', id, at === undefined ? 'at' : 'deputyAt'] }],
        };
        continue;
      }
      const shared = sharedBuilding(facts, role);
      const open = [...at, ...deputyAt].filter((place) => !facts.kindsAround(place).has('building'));
      if (shared === undefined && open.length > 0) {
        const missing = open.map((index) => ({ owner: { type: 'domain', index } as const, path: ['in'] }));
        yield { outcome: 'unknown', missing };
      }
      if (shared === undefined) continue;
      const name = model.domains[shared]?.id ?? '';
      yield {
        outcome: 'fail',
        message: `the ${id} of ${plan.id} and the deputy both work in ${name}`,
        detail: id,
        spots: [
          { at: model.place(owner, ['roles', id, 'deputyAt']), label: `in ${name}` },
          { at: model.place(owner, ['roles', id, 'at']), label: 'as well' },
        ],
      };
    }
  },
  avoid: `
locations:
  pangyo: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, at: pangyo, deputy: Lee, deputyAt: pangyo } } }
`,
  prefer: `
locations:
  pangyo: { kind: building }
  seoul: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
plans:
  site-loss: { covers: all, roles: { incident-lead: { person: Kim, at: pangyo, deputy: Lee, deputyAt: seoul } } }
`,
});

/** The building, or the same place, that holds every place of both. */
function sharedBuilding({ model, domainsTaking }: Facts, { at = [], deputyAt = [] }: Role): DomainIndex | undefined {
  const places = [...at, ...deputyAt];
  const [first] = places;
  if (first === undefined) return undefined;
  return domainsTaking(first).find(
    (domain) =>
      (domain === first || model.domains[domain]?.kind === 'building') &&
      places.every((place) => domainsTaking(place).includes(domain)),
  );
}
