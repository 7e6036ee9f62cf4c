import type { DomainIndex, FailCondition, FailureDomain, Service } from '../../model/model.js';
import { tellServices } from './tell-unknown.js';
import type { Facts } from '../facts.js';
import { kindsAskedOf } from '../kinds-asked-of.js';
import { promisedServices } from '../promised-services.js';
import { defineRule, type Rule } from '../rule.js';

export const kindUnstated: Rule = defineRule({
  id: 'kind-unstated',
  group: 'objectives',
  on: 'failure-domain',
  severity: 'high',
  byTier: false,
  summary: 'A failure domain of which nobody says what kind it is, under services that promise to survive a loss',
  why: 'Promises are made for kinds of loss: a building, a power feed, an account. What has no kind is lost in no audit, and whatever it would take down counts as safe from it.',
  fix: 'Write its `kind`: power, network, carrier, account, or a word of your own, and list that kind under `survive` where its loss is to be survived.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(a)(2)', 'ISO 22301:2019 8.2.2'],
  applies: ({ kind }) => kind === 'unknown',
  *check(domain, facts) {
    const { model } = facts;
    // Then it is said of the place which kinds of loss it does not know itself to be in.
    if (kindsAskedOf(facts, domain.index).size > 0) return;
    const hurts = promisedServices(facts).filter((index) => {
      const service = model.services[index];
      return service !== undefined && hangsOn(service, domain.index, facts) && !isInside(domain, service, facts);
    });
    if (hurts.length === 0) return;
    const isFirst = hurts.some((index) => (model.services[index]?.rank ?? 1) === 1);
    const known = model.place({ type: 'domain', index: domain.index }, ['kind']);
    yield {
      outcome: 'fail',
      severity: isFirst ? 'high' : 'medium',
      message: `nothing says what kind ${domain.id} is, so no promise is held against its loss; ${tellServices(model, hurts, 'hangs', 'hang')} on it`,
      spots: [{ at: known, label: 'of what kind?' }],
      hurts,
    };
  },
  avoid: `
locations:
  harbour: { kind: building, failsWith: [feed] }
  hill: { kind: building, failsWith: [feed] }
domains:
  feed: {}
services:
  orders:
    objectives: { rto: 1h, survive: [building, power] }
    data: none
    replicas: [{ at: harbour }, { at: hill }]
`,
  prefer: `
locations:
  harbour: { kind: building, failsWith: [feed] }
  hill: { kind: building, failsWith: [feed] }
domains:
  feed: { kind: power }
services:
  orders:
    objectives: { rto: 1h, survive: [building, power] }
    data: none
    replicas: [{ at: harbour }, { at: hill }]
`,
});

/** Whether it is a place within one whose loss the service is to survive: that takes more. */
function isInside({ index, section }: FailureDomain, { objectives }: Service, { kindsAround }: Facts): boolean {
  return section === 'locations' && objectives.survive.some(({ kind }) => kindsAround(index).has(kind));
}

/** Whether a copy of it stands in this domain, or on anything that this domain takes by itself. */
function hangsOn({ replicas, failsWith = [] }: Service, domain: DomainIndex, { domainsTaking }: Facts): boolean {
  const isIn = (place: DomainIndex): boolean => place === domain || domainsTaking(place).includes(domain);
  const takes = (conditions: readonly FailCondition[]): boolean => conditions.some((members) => members.every(isIn));
  return takes(failsWith) || replicas.some(({ at = [], failsWith: own }) => at.some(isIn) || takes(own));
}
