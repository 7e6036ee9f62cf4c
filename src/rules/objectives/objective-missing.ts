import { isJudged } from '../severity-of-silence.js';
import { defineRule, type Rule } from '../rule.js';

export const objectiveMissing: Rule = defineRule({
  id: 'objective-missing',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A service without a recovery time or recovery point objective',
  why: 'Nothing can be kept that was never promised: without an RTO nobody knows how long an outage may last, and without an RPO nobody knows how much data may be lost, until the outage decides.',
  fix: 'Set `objectives.rto`, and `objectives.rpo` where the service holds data, on the service or on its tier.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(a)(2)',
    'NIST SP 800-53 CP-10',
    'ISO 22301:2019 8.2.2',
    'DORA Art. 12(6)',
    'NYDFS 500.13(a)(1)(v)',
  ],
  // Tools are judged by the services that need them, and what is bought promises what its supplier promises.
  applies: ({ kind }) => kind === 'service' || kind === 'datastore',
  *check(service, facts) {
    const { model } = facts;
    const { rto, rpo } = service.objectives;
    const missing = [...(rto === undefined ? ['RTO'] : []), ...(rpo === undefined && service.stateful ? ['RPO'] : [])];
    if (missing.length === 0) return;
    yield {
      outcome: 'fail',
      // Beside promises that can be judged it is one more to be made; where there is none, nothing says what must come back.
      severity: isJudged(facts) ? 'medium' : 'high',
      message: `${service.id} has no ${missing.join(' and no ')}`,
      spots: [{ at: model.place({ type: 'service', index: service.index }), label: `no ${missing.join(', no ')}` }],
    };
  },
  avoid: `
services:
  orders:
    data: { size: 2TB }
    owner: team-orders
`,
  prefer: `
services:
  orders:
    data: { size: 2TB }
    owner: team-orders
    objectives: { rto: 1h, rpo: 5m }
`,
});
