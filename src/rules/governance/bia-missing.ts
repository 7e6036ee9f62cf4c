import { isPromised } from '../is-promised.js';
import { defineRule, type Rule } from '../rule.js';

export const biaMissing: Rule = defineRule({
  id: 'bia-missing',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Objectives with no analysis behind them of what an outage does to the business',
  why: 'An RTO that nobody derived is a wish. Either it is too long and the business is harmed before it is over, or too short and paid for year after year.',
  fix: 'Ask the business what an hour, a day, a week without it costs; write the longest tolerable time under `objectives.mtpd` and the day under `bia`, once per tier where that is enough.',
  references: [],
  controls: [
    'ISO 22301:2019 8.2.2',
    'DORA Art. 11(5)',
    'Regulation (EU) 2024/2690 Annex 4.1.3',
    'NIST SP 800-34 3.2',
    'FINMA 2023/1 84',
    'BSI C5 BCM-02',
    'ISMS-P 2.12.1',
  ],
  applies: ({ services, plans }) => plans.length > 0 || services.some(({ bia }) => bia !== undefined),
  *check({ services }, { model }) {
    const promised = services.filter(
      (service) => service.kind !== 'external' && (isPromised(service, 'rto') || isPromised(service, 'rpo')),
    );
    const open = promised.filter(({ bia }) => bia?.date === 'never' || bia === undefined);
    const undated = promised.filter(({ bia }) => bia !== undefined && bia.date === undefined);
    const [first] = open;
    if (first !== undefined) {
      const never = first.bia?.date === 'never';
      yield {
        outcome: 'fail',
        message:
          open.length === 1
            ? `no business impact analysis is behind the objectives of ${first.id}`
            : `no business impact analysis is behind the objectives of ${open.length} of ${promised.length} services`,
        severity: services.some(({ bia }) => bia !== undefined) ? 'low' : 'info',
        spots: [
          {
            at: model.origin(first.index, never ? ['bia', 'date'] : ['objectives', 'rto']).place,
            label: never ? 'never' : 'why this long?',
          },
        ],
        hurts: open.map(({ index }) => index),
      };
    }
    if (undated.length > 0) {
      const missing = undated.map(({ index }) => ({
        owner: { type: 'service', index } as const,
        path: ['bia', 'date'],
      }));
      yield { outcome: 'unknown', missing };
    }
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h }, bia: { date: 2026-01-20, approvedBy: head of talk } }
  pay: { objectives: { rto: 1h } }
`,
  prefer: `
defaults: { bia: { date: 2026-01-20, approvedBy: chief operating officer } }
services:
  chat: { objectives: { rto: 1h, mtpd: 1d } }
  pay: { objectives: { rto: 1h, mtpd: 1d } }
`,
});
