import { defineRule, type Rule } from '../rule.js';
import { commonLoss, tellLosses, unreachedLosses } from './unreached-losses.js';

export const planInBlastRadius: Rule = defineRule({
  id: 'plan-in-blast-radius',
  group: 'operations',
  on: 'plan',
  severity: 'medium',
  byTier: false,
  summary: 'A plan that cannot be read in the very loss that it is for',
  why: 'The wiki goes down with the site, and with it the page that says what to do when the site is down. What people remember of it is then the plan.',
  fix: 'Keep a copy outside: in another building, with another provider, on paper; and list every copy under `hostedOn`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(b)',
    'NYDFS 500.16(b)',
    'Delegated Regulation (EU) 2024/1774 Art. 26(1)(d)',
    'BSI C5 BCM-03',
  ],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain'],
  *check(plan, facts) {
    const { model } = facts;
    const entity = { type: 'plan', index: plan.index } as const;
    if (plan.hostedOn === undefined) {
      yield { outcome: 'unknown', missing: [{ owner: entity, path: ['hostedOn'] }] };
      return;
    }
    const { lost, missing } = unreachedLosses(plan, plan.hostedOn, facts);
    const [first] = lost;
    if (first !== undefined) {
      yield {
        outcome: 'fail',
        message: `the plan ${plan.id} cannot be read ${tellLosses(facts, lost)}`,
        spots: [
          { at: model.place(entity, ['hostedOn']), label: 'lost with it' },
          { at: model.place({ type: 'domain', index: first }), label: 'without this' },
        ],
        ...commonLoss(facts, lost),
        // That they stand where they stand is the same fault.
        covers: plan.hostedOn.services,
        coversIn: 'loss',
        hurts: facts.standingWithin(first),
      };
    }
    if (missing.length > 0) yield { outcome: 'unknown', missing };
  },
  avoid: `
locations:
  pangyo: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
  wiki: { replicas: [{ at: pangyo }] }
plans:
  site-loss: { covers: pangyo, activation: { within: 30m }, hostedOn: wiki }
`,
  prefer: `
locations:
  pangyo: { kind: building }
  anyang: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
  wiki: { replicas: [{ at: pangyo }] }
plans:
  site-loss: { covers: pangyo, activation: { within: 30m }, hostedOn: [wiki, anyang] }
`,
});
