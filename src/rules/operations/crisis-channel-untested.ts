import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const crisisChannelUntested: Rule = defineRule({
  id: 'crisis-channel-untested',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'Crisis channels that nobody has tried for too long',
  why: 'Numbers change, licences run out, and the one account that can open the bridge belonged to somebody who left. It shows the first time the channel is used; that should not be the crisis.',
  fix: 'Have everybody join the channel once, from home and without the company network, and write the day down under `communication.tested`.',
  references: [],
  controls: ['DORA Art. 11(6)(b)', 'ISO 22301:2019 8.5', 'Regulation (EU) 2024/2690 Annex 4.3'],
  applies: ({ communication }) => (communication?.channels?.length ?? 0) > 0,
  *check(plan, facts) {
    const entity = { type: 'plan', index: plan.index } as const;
    const tested = plan.communication?.tested;
    if (tested === undefined) {
      yield { outcome: 'unknown', missing: [{ owner: entity, path: ['communication', 'tested'] }] };
      return;
    }
    const late = overdue(tested, facts, facts.maxAge.review, 'tried');
    if (late === undefined) return;
    yield {
      outcome: 'fail',
      ...late.mark,
      message: `the crisis channel of ${plan.id} ${late.told}`,
      spots: [{ at: facts.model.place(entity, ['communication', 'tested']), label: late.label }],
    };
  },
  avoid: `
services:
  phone-bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: all, communication: { channels: [phone-bridge], tested: never } }
`,
  prefer: `
services:
  phone-bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: all, communication: { channels: [phone-bridge], tested: 2026-05-01 } }
`,
});
