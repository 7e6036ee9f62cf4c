import { defineRule, type Rule } from '../rule.js';

export const ownerMissing: Rule = defineRule({
  id: 'owner-missing',
  group: 'governance',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'A service that nobody owns',
  why: 'In an outage somebody must decide to fail over, and afterwards somebody must close the gap. Without an owner both wait until one is found.',
  fix: 'Set `owner` to the team that is called when the service is down, or once for many in `defaults` or a tier.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(a)(3)', 'NYDFS 500.13(a)(1)(i)', 'DORA Art. 5(2)(c)'],
  applies: ({ kind }) => kind !== 'external',
  *check(service, { model }) {
    if (service.owner !== undefined && service.owner !== 'none') return;
    const at =
      service.owner === undefined
        ? model.place({ type: 'service', index: service.index })
        : model.origin(service.index, ['owner']).place;
    yield {
      outcome: 'fail',
      message: `${service.id} has no owner`,
      spots: [{ at, label: 'nobody owns this' }],
    };
  },
  avoid: `
services:
  orders: { objectives: { rto: 1h } }
`,
  prefer: `
services:
  orders: { objectives: { rto: 1h }, owner: team-orders }
`,
});
