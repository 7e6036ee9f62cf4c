import { intervalKind } from '../option-kinds.js';
import { overdue } from '../overdue.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { standingBehind } from './standing-behind.js';

const maxAge = defineOption(intervalKind, {
  name: 'maxAge',
  summary: "How long ago the last proof of a supplier's own recovery may be",
  example: '12mo',
  default: '12mo',
  source: 'profile',
  basis: 'FedRAMP fills CP-8(4) with once a year',
});

export const supplierEvidenceStale: Rule = defineRule({
  id: 'supplier-evidence-stale',
  group: 'governance',
  on: 'supplier',
  severity: 'low',
  byTier: false,
  summary: 'A supplier whose own recovery was not proven for too long',
  why: "What you buy recovers by somebody else's plan. Kakao rented its building: that its power could not be cut by zone, and that its batteries stood beside the UPS, was known to the operator alone.",
  fix: 'Ask for the last test report, or exercise together; write the day under `continuityEvidence` or `tested`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-8(4)',
    'NIST SP 800-53 CP-2(7)',
    'DORA Art. 30(3)(c)',
    'NIST CSF 2.0 GV.SC-08',
    'SOC 2 CC9.2',
    'APRA CPS 230 54',
  ],
  options: [maxAge],
  *check(supplier, facts, options) {
    const owner = { type: 'supplier', index: supplier.index } as const;
    const fields = ['continuityEvidence', 'tested'] as const;
    const limit = maxAge.of(options);
    const judged = fields.flatMap((field) => {
      const date = supplier[field];
      return date === undefined ? [] : [{ field, date, late: overdue(date, facts, limit, 'proven') }];
    });
    if (judged.some(({ late }) => late === undefined)) return;
    // `never` sorts behind every date, and is the worst of them.
    const [latest] = judged.toSorted((a, b) => rank(b.date) - rank(a.date) || (a.date < b.date ? 1 : -1));
    if (latest?.late === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path: ['continuityEvidence'] }] };
      return;
    }
    yield {
      outcome: 'fail',
      ...latest.late.mark,
      message: `the recovery of ${supplier.id} ${latest.late.told}`,
      spots: [{ at: facts.model.place(owner, [latest.field]), label: latest.late.label }],
      hurts: standingBehind(supplier, facts),
    };
  },
  avoid: `
services:
  dns: { kind: external }
suppliers:
  dns-company: { behind: dns, continuityEvidence: 2023-01-15 }
`,
  prefer: `
services:
  dns: { kind: external }
suppliers:
  dns-company: { behind: dns, continuityEvidence: 2026-01-15 }
`,
});

function rank(date: string): number {
  return date === 'never' ? 0 : 1;
}
