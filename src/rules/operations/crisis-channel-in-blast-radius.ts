import { defineRule, type Rule } from '../rule.js';
import { commonLoss, tellLosses, unreachedLosses } from './unreached-losses.js';

export const crisisChannelInBlastRadius: Rule = defineRule({
  id: 'crisis-channel-in-blast-radius',
  group: 'operations',
  on: 'plan',
  severity: 'medium',
  byTier: false,
  summary: 'A plan whose every crisis channel is down in the very loss that it is for',
  why: 'People who cannot reach each other cannot follow a plan. In October 2022 Kakao ran its crisis over a chat that had gone down with the building. In October 2021 Facebook lost its mail, its chat and its door badges with the network they all stood on.',
  fix: 'Agree on a channel that shares nothing with what you run: a telephone bridge, a chat bought elsewhere, a radio; print how to join it.',
  references: [{ title: 'Meta, More details about the October 4 outage, 5 October 2021' }],
  controls: [
    'NIST SP 800-53 CP-11',
    'ISO 22301:2019 8.4.3',
    'DORA Art. 11(2)(e)',
    'Regulation (EU) 2024/2690 Annex 4.3',
    'NIS2 Art. 21(2)(j)',
    'APRA CPS 230 40(e)',
  ],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain'],
  applies: ({ communication }) => (communication?.channels ?? []).length > 0,
  *check(plan, facts) {
    const { model } = facts;
    const entity = { type: 'plan', index: plan.index } as const;
    const channels = plan.communication?.channels ?? [];
    const { lost, missing } = unreachedLosses(plan, { domains: [], services: channels }, facts);
    const [first] = lost;
    if (first !== undefined) {
      const names = channels.map((channel) => model.services[channel]?.id ?? '').join(', ');
      yield {
        outcome: 'fail',
        message: `${channels.length === 1 ? 'the only crisis channel' : 'every crisis channel'} of ${plan.id} (${names}) is down ${tellLosses(facts, lost)}`,
        spots: [
          { at: model.place(entity, ['communication', 'channels']), label: 'none of them is left' },
          { at: model.place({ type: 'domain', index: first }), label: 'without this' },
        ],
        ...commonLoss(facts, lost),
        // That they stand where they stand is the same fault.
        covers: channels,
        coversIn: 'loss',
        hurts: facts.standingWithin(first),
      };
    }
    if (missing.length > 0) yield { outcome: 'unknown', missing };
  },
  avoid: `
locations:
  pangyo: { kind: building }
  anyang: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
plans:
  site-loss: { covers: pangyo, activation: { within: 30m }, communication: { channels: [chat] } }
`,
  prefer: `
locations:
  pangyo: { kind: building }
  anyang: { kind: building }
services:
  chat: { replicas: [{ at: pangyo }] }
  phone-bridge: { kind: external, failsWith: [] }
plans:
  site-loss: { covers: pangyo, activation: { within: 30m }, communication: { channels: [chat, phone-bridge] } }
`,
});
