import { defineRule, type Rule } from '../rule.js';

export const crisisChannelMissing: Rule = defineRule({
  id: 'crisis-channel-missing',
  group: 'operations',
  on: 'plan',
  severity: 'medium',
  byTier: false,
  summary: 'A plan without a channel over which people talk to each other while it runs',
  why: 'Without an agreed channel the first half hour goes into finding one, and everybody finds another. In October 2022 Kakao had no control room in the first hours and told its users over a network that was not its own.',
  fix: 'List the services over which the crisis is run under `communication.channels`, and who is told under `audiences`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-11',
    'ISO 22301:2019 8.4.3',
    'DORA Art. 11(2)(e)',
    'NIST CSF 2.0 RC.CO-03',
    'APRA CPS 230 40(e)',
    'FINMA 2023/1 90',
  ],
  *check(plan, { model }) {
    const owner = { type: 'plan', index: plan.index } as const;
    const path = ['communication', 'channels'] as const;
    const channels = plan.communication?.channels;
    if (channels === undefined) yield { outcome: 'unknown', missing: [{ owner, path }] };
    if (channels === undefined || channels.length > 0) return;
    yield {
      outcome: 'fail',
      message: `the plan ${plan.id} has no crisis channel`,
      spots: [{ at: model.place(owner, path), label: 'none' }],
    };
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, communication: { channels: none } }
`,
  prefer: `
services:
  chat: {}
  phone-bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: all, communication: { channels: [phone-bridge], audiences: [staff, customers, regulator] } }
`,
});
