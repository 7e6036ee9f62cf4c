import { defineRule, type Rule } from '../rule.js';

export const dependenciesUnstated: Rule = defineRule({
  id: 'dependencies-unstated',
  group: 'objectives',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Services that say nothing about what they need, and are judged as if they needed nothing',
  why: 'A promise is kept as far as the inventory goes. What nobody wrote down can still take the service along: in November 2023 Cloudflare learned during the outage which of its products could not start without two services in one building.',
  fix: 'Name what it needs under `dependsOn`; `dependsOn: none` if that is nothing, `dependsOn: unknown` if nobody knows yet, so that its promises count as unknown.',
  references: [],
  controls: ['DORA Art. 8(4)', 'NIST SP 800-53 CM-8', 'ISO 22301:2019 8.2.2', 'APRA CPS 230 27(b)'],
  applies: (_, { promises }) => promises.some(({ target }) => target !== undefined),
  *check(model, { promises }) {
    const kept = promises.filter(({ verdict, target }) => verdict === 'kept' && target !== undefined);
    const silent = [...new Set(kept.map(({ service }) => service))]
      .sort((a, b) => a - b)
      .filter((index) => model.services[index]?.kind !== 'external')
      .filter((index) => model.services[index]?.dependencies.length === 0)
      .filter((index) => model.origin(index, ['dependsOn']).layer === 'absent');
    const [first] = silent;
    if (first === undefined) return;
    const among = new Set(silent);
    const count = kept.filter(({ service }) => among.has(service)).length;
    const who =
      silent.length === 1
        ? `${model.services[first]?.id ?? ''} says nothing about what it needs`
        : `${silent.length} services say nothing about what they need`;
    yield {
      outcome: 'fail',
      message: `${who}; ${count === 1 ? 'one promise counts' : `${count} promises count`} as kept as if that were nothing`,
      spots: [{ at: model.place({ type: 'service', index: first }), label: 'no `dependsOn` here' }],
      hurts: silent,
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 1h }
    data: none
    replicas: [{ at: harbour }, { at: hill }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 1h }
    data: none
    dependsOn: none
    replicas: [{ at: harbour }, { at: hill }]
`,
});
