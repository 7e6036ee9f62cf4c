import type { Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const externalRecoveryUnstated: Rule = defineRule({
  id: 'external-recovery-unstated',
  group: 'dependencies',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'Something bought that services need, and nothing says where it stands or when it would be back',
  why: 'A promise can be no better than that of what it stands on. Who has agreed nothing with a supplier waits as long as everybody else, and learns from the news how long that is.',
  fix: 'Say what it fails with (`failsWith: []` if with nothing of yours) and how soon it is to be back: `objectives.rto`, or `agreement.rto` of the supplier behind it.',
  references: [],
  controls: ['DORA Art. 30(3)(a)', 'NIST SP 800-53 CP-8(1)', 'APRA CPS 230 27(b)', 'MAS BCM 4'],
  applies: (service, facts) => service.kind === 'external' && isNeeded(service, facts),
  *check(service, facts) {
    const { model, dependents } = facts;
    const { index, id, objectives, replicas, failsWith } = service;
    const placed = failsWith !== undefined || replicas.some(({ at }) => at !== undefined);
    const agreed =
      objectives.rto !== undefined ||
      model.suppliers.some(
        ({ behind, agreement }) => agreement?.rto !== undefined && behind?.services.includes(index) === true,
      );
    if (placed || agreed) return;
    const needing = [...new Set(dependents(index).map((one) => one.service))];
    yield {
      outcome: 'fail',
      message: `${id} is bought, and nothing says what it fails with or when it would be back`,
      spots: [
        { at: model.place({ type: 'service', index }), label: 'no `failsWith`, no `objectives.rto`' },
        ...needing.slice(0, 1).map((other) => ({
          at: model.origin(other, ['dependsOn']).place,
          label: `${model.services[other]?.id ?? ''} needs it`,
        })),
      ],
      hurts: needing,
    };
  },
  avoid: `
services:
  shop: { objectives: { rto: 1h }, dependsOn: { card-gateway: hard } }
  card-gateway: { kind: external }
`,
  prefer: `
services:
  shop: { objectives: { rto: 1h }, dependsOn: { card-gateway: hard } }
  card-gateway: { kind: external, objectives: { rto: 30m }, failsWith: [] }
`,
});

/** By a service that promises something, and not only in passing. */
function isNeeded({ index }: Service, { dependents, promisesOf }: Facts): boolean {
  return dependents(index).some(
    ({ service, dependency }) =>
      dependency.kind !== 'soft' && promisesOf(service).some(({ target }) => target !== undefined),
  );
}
