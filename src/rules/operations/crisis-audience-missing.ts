import { namesKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const audiences = defineOption(namesKind, {
  name: 'audiences',
  summary: 'Who has to be told in every crisis',
  example: ['staff', 'customers', 'regulator', 'media'],
  default: ['staff', 'customers'],
  source: 'tool default',
  basis: 'those whom every outage concerns; supervised companies add the regulator',
});

export const crisisAudienceMissing: Rule = defineRule({
  id: 'crisis-audience-missing',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that leaves out somebody who has to be told',
  why: 'Who hears nothing calls, guesses, or reads about it in the news. In October 2022 users of Kakao learnt from other networks what had happened, and how the company would answer for it was asked in parliament.',
  fix: 'Add them to `communication.audiences`, with a prepared text and the person who sends it.',
  references: [],
  controls: ['ISO 22301:2019 8.4.3', 'DORA Art. 14', 'NIST CSF 2.0 RC.CO-04', 'FINMA 2023/1 90', 'APRA CPS 230 40(e)'],
  options: [audiences],
  applies: ({ communication }) => communication !== undefined,
  *check(plan, { model }, options) {
    const owner = { type: 'plan', index: plan.index } as const;
    const path = ['communication', 'audiences'] as const;
    const told = plan.communication?.audiences;
    if (told === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path }] };
      return;
    }
    const left = audiences.of(options).filter((one) => !told.includes(one));
    if (left.length === 0) return;
    yield {
      outcome: 'fail',
      message: `${plan.id} does not say how to tell ${left.join(', ')}`,
      spots: [{ at: model.place(owner, path), label: `without ${left.join(', ')}` }],
    };
  },
  avoid: `
services:
  bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: all, communication: { channels: [bridge], audiences: [staff] } }
`,
  prefer: `
services:
  bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: all, communication: { channels: [bridge], audiences: [staff, customers] } }
`,
});
