import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const inventoryStale: Rule = defineRule({
  id: 'inventory-stale',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'An inventory that nobody has held against what really runs for too long',
  why: 'Every verdict here is about what was written down. A control panel that named the wrong building cost a customer its backup server at Strasbourg in March 2021; what an inventory gets wrong shows on the day it is needed.',
  fix: 'Compare the file with what runs, best by exporting it from there, and set `reviewed` at its top.',
  references: [],
  controls: [
    'NIST SP 800-53 CM-8',
    'NYDFS 500.13(a)(2)',
    'DORA Art. 8(6)',
    'NIST CSF 2.0 ID.AM-02',
    'PCI DSS 12.5.1',
    'Regulation (EU) 2024/2690 Annex 12.4',
    'BSI C5 AM-01',
  ],
  applies: ({ documents }) => documents.some(({ reviewed }) => reviewed !== undefined),
  *check({ documents }, facts) {
    const { model, maxAge } = facts;
    const unsaid = documents.filter(({ reviewed }) => reviewed === undefined);
    for (const { index, file, reviewed } of documents) {
      const late =
        reviewed === undefined ? undefined : overdue(reviewed, facts, maxAge.review, 'held against what runs');
      if (late === undefined) continue;
      yield {
        outcome: 'fail',
        ...late.mark,
        message: `${file} ${late.told}`,
        detail: file,
        spots: [{ at: model.place({ type: 'document', index }, ['reviewed']), label: late.label }],
      };
    }
    if (unsaid.length === 0) return;
    const missing = unsaid.map(({ index }) => ({ owner: { type: 'document', index } as const, path: ['reviewed'] }));
    yield { outcome: 'unknown', missing };
  },
  avoid: `
reviewed: 2023-02-01
services:
  chat: {}
`,
  prefer: `
reviewed: 2026-05-01
services:
  chat: {}
`,
});
