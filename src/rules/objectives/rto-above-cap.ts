import { defineRule, type Rule } from '../rule.js';
import { aboveCap, capOption, reach } from './cap.js';

const cap = capOption('RTO', '2h');

export const rtoAboveCap: Rule = defineRule({
  id: 'rto-above-cap',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: false,
  summary: 'A recovery time objective longer than the rule that binds the service allows',
  why: 'Some services may not choose. Who clears payments or runs an exchange has to be back within hours that a law sets, and a promise above them is a breach on paper before anything has failed.',
  fix: 'Promise what the rule asks for, and find out with the rest of the audit what it takes; or say with `tier` that the service is not one of those it is about.',
  references: [],
  controls: [
    'Delegated Regulation (EU) 2024/1774 Art. 24(2)(a)',
    'MAS FSM-N05',
    'CPMI-IOSCO PFMI 17.6',
    'KR-EFSR Art. 23(9)',
  ],
  options: [cap, reach],
  applies: ({ kind }, _, options) => (kind === 'service' || kind === 'datastore') && cap.of(options) !== undefined,
  check: (service, facts, options) => aboveCap(service, facts, 'rto', cap.of(options), options),
  avoid: `
tiers:
  critical: { rank: 1, objectives: { rto: 4h } }
services:
  clearing: { tier: critical }
`,
  prefer: `
tiers:
  critical: { rank: 1, objectives: { rto: 2h } }
services:
  clearing: { tier: critical }
`,
});
