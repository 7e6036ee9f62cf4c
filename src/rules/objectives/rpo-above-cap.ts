import { defineRule, type Rule } from '../rule.js';
import { aboveCap, capOption, reach } from './cap.js';

const cap = capOption('RPO', '15m');

export const rpoAboveCap: Rule = defineRule({
  id: 'rpo-above-cap',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: false,
  summary: 'A recovery point objective longer than the rule that binds the service allows',
  why: 'A lost trade or payment cannot be asked for again. For some services a regulator sets how much data may be lost, near to nothing, and a promise above that is a breach on paper before anything has failed.',
  fix: 'Promise what the rule asks for, and find out with the rest of the audit what it takes (usually synchronous copies); or say with `tier` that the service is not one of those it is about.',
  references: [],
  controls: ['Delegated Regulation (EU) 2024/1774 Art. 24(4)(b)', 'RBI 29(g)', 'SEBI-MII', 'APRA CPS 230 38(b)'],
  options: [cap, reach],
  applies: ({ kind }, _, options) => (kind === 'service' || kind === 'datastore') && cap.of(options) !== undefined,
  check: (service, facts, options) => aboveCap(service, facts, 'rpo', cap.of(options), options),
  avoid: `
tiers:
  critical: { rank: 1, objectives: { rto: 1h, rpo: 1h } }
services:
  trades: { tier: critical }
`,
  prefer: `
tiers:
  critical: { rank: 1, objectives: { rto: 1h, rpo: 0s } }
services:
  trades: { tier: critical }
`,
});
