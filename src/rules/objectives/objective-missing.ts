import type { Service } from '../../model/model.js';
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
    const { model, isReliedOn } = facts;
    const missing = (['rto', 'rpo'] as const)
      .filter((objective) => objective === 'rto' || service.stateful)
      .flatMap((objective) => {
        const kinds = kindsWithout(service, objective);
        return kinds === undefined ? [] : [{ objective, kinds }];
      });
    if (missing.length === 0) return;
    const names = missing.map(
      ({ objective, kinds }) =>
        objective.toUpperCase() + (kinds.length === 0 ? '' : ` for losses of kind ${kinds.join(', ')}`),
    );
    yield {
      outcome: 'fail',
      // Where others promise something that they cannot keep without it, it is judged as part of their promise. Otherwise by nothing.
      severity: missing.every(({ objective }) => isReliedOn(service.index, objective)) ? 'medium' : 'high',
      message: `${service.id} has no ${names.join(' and no ')}`,
      spots: [{ at: model.place({ type: 'service', index: service.index }), label: `no ${names.join(', no ')}` }],
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

/** The kinds of loss to survive for which nothing is promised, none named where it is all of them; `undefined`: all have one. */
function kindsWithout({ objectives }: Service, objective: 'rto' | 'rpo'): readonly string[] | undefined {
  const { survive } = objectives;
  if (objectives[objective] !== undefined) return undefined;
  const without = survive.filter((one) => one[objective] === undefined);
  if (survive.length > 0 && without.length === 0) return undefined;
  return without.length === survive.length ? [] : without.map(({ kind }) => kind);
}
