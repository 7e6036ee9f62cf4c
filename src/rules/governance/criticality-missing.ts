import { defineRule, type Rule } from '../rule.js';

export const criticalityMissing: Rule = defineRule({
  id: 'criticality-missing',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Services of which nobody has said how critical they are',
  why: 'In an outage people are few and the order matters. Where everything is equally important, the loudest comes back first.',
  fix: 'Give each tier a `rank` (1 is the most critical) and each service a tier.',
  references: [],
  controls: [
    'NIST SP 800-53 RA-9',
    'NIST SP 800-53 CP-2(8)',
    'NIST CSF 2.0 ID.AM-05',
    'DORA Art. 8(1)',
    'APRA CPS 230 34(a)',
    'RBI 21(a)',
    'ISMS-P 2.12.1',
  ],
  applies: ({ tiers, plans }) => plans.length > 0 || tiers.some(({ rank }) => rank !== undefined),
  *check({ services, tiers }, { model }) {
    const ranked = tiers.filter(({ rank }) => rank !== undefined);
    const [tier] = tiers;
    if (tier !== undefined && ranked.length === 0) {
      const at = model.place({ type: 'tier', index: tier.index }, ['rank']);
      const message =
        tiers.length === 1 ? `the tier ${tier.id} has no rank` : `none of ${tiers.length} tiers has a rank`;
      yield { outcome: 'fail', message, severity: 'info', detail: 'tiers', spots: [{ at, label: 'no `rank`' }] };
      return;
    }
    const own = services.filter(({ kind }) => kind !== 'external');
    const open = own.filter(({ rank }) => rank === undefined);
    const [first] = open;
    if (first === undefined) return;
    yield {
      outcome: 'fail',
      message:
        open.length === 1
          ? `${first.id} has no rank`
          : `${open.length} of ${own.length} services have no rank: they are in no tier, or in one without`,
      spots: [{ at: model.place({ type: 'service', index: first.index }, ['tier']), label: 'how critical is this?' }],
      hurts: open.map(({ index }) => index),
    };
  },
  avoid: `
tiers:
  critical: { rank: 1 }
services:
  chat: { tier: critical }
  news: {}
`,
  prefer: `
tiers:
  critical: { rank: 1 }
  plain: { rank: 3 }
services:
  chat: { tier: critical }
  news: { tier: plain }
`,
});
