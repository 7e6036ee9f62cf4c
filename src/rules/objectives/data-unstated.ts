import { defineRule, type Rule } from '../rule.js';

export const dataUnstated: Rule = defineRule({
  id: 'data-unstated',
  group: 'objectives',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Services that promise how much data they lose, say nothing about data, and count as if they had none',
  why: 'Without data there is nothing to lose, and an RPO is kept by itself. If there is data after all, no backup was asked for and no lag was counted.',
  fix: 'Say `data: { size: 200GB }` where there is data, with its backups and the `replication` of its copies; or `data: none`.',
  references: [],
  controls: ['NIST SP 800-53 CM-8', 'DORA Art. 8(1)', 'ISO 22301:2019 8.2.2'],
  applies: (_, { promises }) => promises.some(({ objective, target }) => objective === 'rpo' && target !== undefined),
  *check(model) {
    const silent = model.services.filter(
      ({ kind, stateful, data, objectives: { rpo, survive } }) =>
        kind !== 'external' &&
        !stateful &&
        data === undefined &&
        (rpo !== undefined || survive.some((one) => one.rpo !== undefined)),
    );
    const [first] = silent;
    if (first === undefined) return;
    const kind = first.objectives.survive.find(({ rpo }) => rpo !== undefined)?.kind;
    const promised = kind === undefined ? ['objectives', 'rpo'] : ['objectives', 'survive', kind, 'rpo'];
    yield {
      outcome: 'fail',
      message:
        silent.length === 1
          ? `${first.id} promises an RPO and says nothing about data; it counts as if it had none`
          : `${silent.length} services promise an RPO and say nothing about data; they count as if they had none`,
      spots: [
        { at: model.place({ type: 'service', index: first.index }), label: 'no `data` here' },
        { at: model.origin(first.index, promised).place, label: 'its RPO' },
      ],
      hurts: silent.map(({ index }) => index),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 1h, rpo: 5m }
    replicas: [{ at: harbour }, { at: hill }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 1h, rpo: 5m }
    data: none
    replicas: [{ at: harbour }, { at: hill }]
`,
});
