import { defineRule, type Rule } from '../rule.js';

export const supplierMissing: Rule = defineRule({
  id: 'supplier-missing',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Bought services with no supplier named who stands behind them',
  why: 'When it is down, somebody must be called, and what they owe you stands in a contract that nobody can find.',
  fix: 'Name the service under `behind` of a supplier, with what was agreed.',
  references: [],
  controls: ['DORA Art. 28(3)', 'NIST CSF 2.0 ID.AM-04', 'APRA CPS 230 49', 'NYDFS 500.16(a)(2)(vi)'],
  applies: ({ suppliers }) => suppliers.length > 0,
  *check({ services, suppliers }, { model, dependents }) {
    const known = new Set(suppliers.flatMap(({ behind }) => behind?.services ?? []));
    const needed = services.filter(({ kind, index }) => kind === 'external' && dependents(index).length > 0);
    const open = needed.filter(({ index }) => !known.has(index));
    const [first] = open;
    if (first === undefined) return;
    const unsaid = suppliers.filter(({ behind }) => behind === undefined);
    if (unsaid.length > 0) {
      const missing = unsaid.map(({ index }) => ({ owner: { type: 'supplier', index } as const, path: ['behind'] }));
      yield { outcome: 'unknown', missing };
      return;
    }
    yield {
      outcome: 'fail',
      message:
        open.length === 1
          ? `no supplier is named behind ${first.id}`
          : `no supplier is named behind ${open.length} of ${needed.length} bought services`,
      spots: [{ at: model.place({ type: 'service', index: first.index }), label: 'who provides this?' }],
      hurts: [...new Set(open.flatMap(({ index }) => dependents(index).map(({ service }) => service)))],
    };
  },
  avoid: `
services:
  chat: { dependsOn: { dns: hard, sms: soft } }
  dns: { kind: external }
  sms: { kind: external }
suppliers:
  dns-company: { behind: dns }
`,
  prefer: `
services:
  chat: { dependsOn: { dns: hard, sms: soft } }
  dns: { kind: external }
  sms: { kind: external }
suppliers:
  dns-company: { behind: [dns, sms] }
`,
});
