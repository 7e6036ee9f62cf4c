import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';
import { standingBehind } from './standing-behind.js';

export const supplierExitMissing: Rule = defineRule({
  id: 'supplier-exit-missing',
  group: 'governance',
  on: 'supplier',
  severity: 'low',
  byTier: false,
  summary: 'A supplier without a plan to leave it, or with one nobody has looked at for too long',
  why: 'A supplier can end what you stand on in a day: by going out of business, or by mistake. In May 2024 Google Cloud deleted the whole subscription of UniSuper; it came back because a copy stood with another provider.',
  fix: 'Write down where you would go and how long it takes (`exitTakes`), keep a copy of the data outside, and set `exitPlan` to the day it was last reviewed.',
  references: [],
  controls: ['DORA Art. 28(8)', 'DORA Art. 29(1)(a)', 'APRA CPS 230 56(d)', 'PRA SS2/21'],
  *check(supplier, facts) {
    const owner = { type: 'supplier', index: supplier.index } as const;
    if (supplier.exitPlan === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path: ['exitPlan'] }] };
      return;
    }
    const late = overdue(supplier.exitPlan, facts, facts.maxAge.review, 'reviewed');
    if (late === undefined) return;
    yield {
      outcome: 'fail',
      ...late.mark,
      message:
        supplier.exitPlan === 'never'
          ? `no plan says how to leave ${supplier.id}`
          : `the plan to leave ${supplier.id} ${late.told}`,
      spots: [{ at: facts.model.place(owner, ['exitPlan']), label: late.label }],
      hurts: standingBehind(supplier, facts),
    };
  },
  avoid: `
services:
  store: { kind: external }
suppliers:
  cloud: { behind: store, exitPlan: never }
`,
  prefer: `
services:
  store: { kind: external }
suppliers:
  cloud: { behind: store, exitPlan: 2026-02-01, exitTakes: 26w }
`,
});
