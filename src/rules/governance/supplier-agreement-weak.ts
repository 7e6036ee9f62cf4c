import { defineRule, type Rule } from '../rule.js';
import { standingBehind } from './standing-behind.js';

export const supplierAgreementWeak: Rule = defineRule({
  id: 'supplier-agreement-weak',
  group: 'governance',
  on: 'supplier',
  severity: 'low',
  byTier: false,
  summary: 'A supplier that has not agreed to come back in any time, may not be audited, or whose contract is over',
  why: 'Without a time in the contract your own promise rests on goodwill. After the fire at Strasbourg in March 2021 customers learnt in court what their contract said about a backup in the same building.',
  fix: 'Agree on a recovery time and a right to see the tests; renew the contract before it ends.',
  references: [],
  controls: ['DORA Art. 30(3)', 'APRA CPS 230 54', 'NIST SP 800-53 CP-2(7)', 'SOC 2 CC9.2'],
  *check(supplier, facts) {
    const { model, now } = facts;
    const owner = { type: 'supplier', index: supplier.index } as const;
    const { agreement, id } = supplier;
    if (agreement === undefined) {
      yield { outcome: 'unknown', missing: [{ owner, path: ['agreement'] }] };
      return;
    }
    const weak = [
      agreement.rto === undefined
        ? (['rto', `the agreement with ${id} has no recovery time in it`, 'no `rto`'] as const)
        : undefined,
      agreement.auditRight === false
        ? (['auditRight', `${id} may not be audited, nor its tests be seen`, 'no right to audit'] as const)
        : undefined,
      agreement.until !== undefined && agreement.until < now
        ? (['until', `the agreement with ${id} ended on ${agreement.until}`, 'ended'] as const)
        : undefined,
    ].filter((one) => one !== undefined);
    for (const [field, message, label] of weak) {
      const at = model.place(owner, ['agreement', field]);
      yield { outcome: 'fail', message, detail: field, spots: [{ at, label }], hurts: standingBehind(supplier, facts) };
    }
    const open = (['auditRight', 'until'] as const).filter((field) => agreement[field] === undefined);
    if (open.length > 0)
      yield { outcome: 'unknown', missing: open.map((field) => ({ owner, path: ['agreement', field] })) };
  },
  avoid: `
services:
  store: { kind: external }
suppliers:
  cloud: { behind: store, agreement: { auditRight: false } }
`,
  prefer: `
services:
  store: { kind: external }
suppliers:
  cloud: { behind: store, agreement: { rto: 4h, auditRight: true, until: 2099-12-31 } }
`,
});
