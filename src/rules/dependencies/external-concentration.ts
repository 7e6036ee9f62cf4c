import type { Service, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { countKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const services = defineOption(countKind(1, 1_000_000), {
  name: 'services',
  summary: 'how many services that promise to be back may stand on one supplier at most',
  default: 4,
  example: 10,
  source: 'tool default',
  basis: 'five services that stop at once are an outage of the whole as customers see it',
});

export const externalConcentration: Rule = defineRule({
  id: 'external-concentration',
  group: 'dependencies',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'Something bought without which many services stop, with nothing in its place',
  why: 'Each team chose it by itself, and together they made it the one thing that may not fail. When Dyn was attacked in October 2016, sites that had nothing else in common disappeared together, because one company answered for their names.',
  fix: 'Buy a second one for the services that matter most (`anyOf`), let others run without it (`soft`), or accept it in a waiver that says who did.',
  references: [],
  controls: ['DORA Art. 29(1)(b)', 'APRA CPS 230 53(b)', 'MAS BCM 5', 'NIST SP 800-53 CP-8(3)'],
  options: [services],
  applies: ({ kind }) => kind === 'external',
  *check(service, facts, options) {
    const { model } = facts;
    const standing = standingOn(service, facts);
    const promised = standing.filter((index) => facts.promisesOf(index).some(({ target }) => target !== undefined));
    const most = services.of(options);
    if (promised.length <= most) return;
    const [first] = promised;
    yield {
      outcome: 'fail',
      message: `${promised.length} services with promises cannot run without ${service.id}, which is bought and has nothing in its place; at most ${most} are taken as usual`,
      spots: [
        { at: model.place({ type: 'service', index: service.index }), label: 'bought' },
        { at: model.origin(first ?? 0, ['dependsOn']).place, label: `${model.services[first ?? -1]?.id ?? ''} is one` },
      ],
      hurts: promised,
    };
  },
  avoid: `
defaults:
  objectives: { rto: 1h }
  dependsOn: { dns: hard }
services:
  dns: { kind: external }
  shop: {}
  search: {}
  orders: {}
  mail: {}
  login: {}
`,
  prefer: `
defaults:
  objectives: { rto: 1h }
  dependsOn: { names: { kind: hard, anyOf: [dns, other-dns] } }
services:
  dns: { kind: external }
  other-dns: { kind: external }
  shop: {}
  search: {}
  orders: {}
  mail: {}
  login: {}
`,
});

/** The services that stop or stay down without it, by way of others too; in order. */
function standingOn({ index }: Service, { dependents }: Facts): readonly ServiceIndex[] {
  const found = new Set([index]);
  // A set is walked in the order of its entries, those added on the way included.
  for (const one of found) {
    for (const { service, dependency } of dependents(one))
      if (dependency.kind !== 'soft' && dependency.anyOf.every((other) => found.has(other))) found.add(service);
  }
  found.delete(index);
  return [...found].sort((a, b) => a - b);
}
