import { isPromised } from '../is-promised.js';
import { defineRule, type Rule } from '../rule.js';

export const recoveryStepsMissing: Rule = defineRule({
  id: 'recovery-steps-missing',
  group: 'operations',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'A service that people bring back by hand, and no written steps for it',
  why: 'What is not written down is done from memory by whoever is awake. It is then done in the wrong order, or waits for the one who knows.',
  fix: 'Write the steps down, with the commands, in the order in which they are done; say where they are under `recovery.runbook.url`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2',
    'ISO 22301:2019 8.4.4',
    'DORA Art. 11(3)',
    'Regulation (EU) 2024/2690 Annex 4.1.2',
    'ISMS-P 2.12.1',
  ],
  applies: (service) => service.kind !== 'external' && isPromised(service, 'rto') && service.recovery.mode === 'manual',
  *check(service, { model }) {
    const { url, hostedOn } = service.recovery.runbook ?? {};
    if (url !== undefined || hostedOn !== undefined) return;
    yield {
      outcome: 'fail',
      message: `${service.id} is brought back by hand, and nothing says where the steps are`,
      spots: [
        { at: model.origin(service.index, ['recovery', 'mode']).place, label: 'by hand' },
        { at: model.place({ type: 'service', index: service.index }), label: 'no `recovery.runbook.url`' },
      ],
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h }, recovery: { mode: manual } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 1h }, recovery: { mode: manual, runbook: { url: docs/chat-dr.md } } }
`,
});
