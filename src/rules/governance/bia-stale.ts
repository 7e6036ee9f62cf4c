import type { Service } from '../../model/model.js';
import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const biaStale: Rule = defineRule({
  id: 'bia-stale',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'A business impact analysis that was not looked at for too long, or that the business never approved',
  why: 'What an outage costs changes with what is sold. A service that was an extra when it was analysed may carry every login today, and its objectives are still those of an extra.',
  fix: 'Go through the analysis with the business once a year and after every change of what is sold; set `bia.date` and `bia.approvedBy`.',
  references: [],
  controls: ['ISO 22301:2019 8.2.2', 'DORA Art. 8(1)', 'FINMA 2023/1 87', 'NIST SP 800-34 3.2', 'RBI 21(a)'],
  applies: ({ services }) => services.some(({ bia }) => bia !== undefined && bia.date !== 'never'),
  *check({ services }, facts) {
    const { model, maxAge } = facts;
    // One analysis stands in a tier or in the defaults for many services: one finding for all that share its date.
    for (const [date, shared] of byDate(services)) {
      const [first] = shared;
      const late = overdue(date, facts, maxAge.review, 'looked at');
      if (first === undefined || late === undefined) continue;
      const whose = shared.length === 1 ? first.id : `${shared.length} services`;
      yield {
        outcome: 'fail',
        ...late.mark,
        message: `the business impact analysis of ${whose} ${late.told}`,
        detail: date,
        spots: [{ at: model.origin(first.index, ['bia', 'date']).place, label: late.label }],
        hurts: shared.map(({ index }) => index),
      };
    }
    const unapproved = services.filter(
      ({ bia }) => bia !== undefined && bia.date !== 'never' && bia.approvedBy === undefined,
    );
    if (unapproved.length === 0) return;
    const missing = unapproved.map(({ index }) => ({
      owner: { type: 'service', index } as const,
      path: ['bia', 'approvedBy'],
    }));
    yield { outcome: 'unknown', missing };
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h }, bia: { date: 2023-01-20, approvedBy: head of talk } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 1h }, bia: { date: 2026-01-20, approvedBy: head of talk } }
`,
});

function byDate(services: readonly Service[]): ReadonlyMap<string, readonly Service[]> {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const date = service.bia?.date;
    if (date === undefined || date === 'never') continue;
    groups.set(date, [...(groups.get(date) ?? []), service]);
  }
  return groups;
}
