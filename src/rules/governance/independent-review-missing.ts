import { intervalKind } from '../option-kinds.js';
import { overdue } from '../overdue.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const maxAge = defineOption(intervalKind, {
  name: 'maxAge',
  summary: 'How long ago the last independent review may be',
  example: '12mo',
  default: '36mo',
  source: 'tool default',
  basis: 'three years, the usual cycle of internal audit; frameworks ask for regular reviews without a number',
});

export const independentReviewMissing: Rule = defineRule({
  id: 'independent-review-missing',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that only those who wrote it have ever reviewed',
  why: 'Its authors read what they meant. That everything it names stands in one building is seen by somebody who does not know why it was built so.',
  fix: 'Have internal audit, another team or somebody from outside review it, and set `independentReview`.',
  references: [],
  controls: [
    'DORA Art. 6(6)',
    'DORA Art. 24(4)',
    'APRA CPS 230 46',
    'ISO 22301:2019 9.2',
    'RBI 30',
    'MAS BCM Guidelines 8',
  ],
  options: [maxAge],
  *check(plan, facts, options) {
    const entity = { type: 'plan', index: plan.index } as const;
    if (plan.independentReview === undefined) {
      yield { outcome: 'unknown', missing: [{ owner: entity, path: ['independentReview'] }] };
      return;
    }
    const late = overdue(plan.independentReview, facts, maxAge.of(options), 'reviewed from outside');
    if (late === undefined) return;
    const at = facts.model.place(entity, ['independentReview']);
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
  site-loss: { covers: all, independentReview: never }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, independentReview: 2025-11-15 }
`,
});
