import type { PromiseResult } from '../../analysis/promises.js';
import type { Drill, FailureDomain, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { Failure } from '../judgement.js';
import { isStale } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';
import { restingOn, tellPromising } from './resting-on.js';

export const drillTooNarrow: Rule = defineRule({
  id: 'drill-too-narrow',
  group: 'evidence',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary:
    'Drills that took away only a part of what is to be survived, or did not measure the services that rest on it',
  why: 'The part that stays up in a drill may be what carries the rest. Before November 2023 Cloudflare had switched off the doubled part of its main datacenter, never the whole of it; when the whole went, services turned out to stand on what was only there.',
  fix: 'Take the whole of it away, measure every service that promises to survive it, and record both under `drills`.',
  references: [],
  controls: ['NIST SP 800-53 CP-4(2)', 'NIST SP 800-53 CP-4(4)', 'ISMS-P 2.12.2', 'RBI 29(c)'],
  supersedes: ['drill-missing'],
  applies: (domain, facts) => facts.drills.length > 0 && restingOn(facts, domain.index).length > 0,
  *check(domain, facts) {
    const whole = facts.drills.filter(({ index }) => facts.lostInDrill(index).has(domain.index));
    // One around a table measures nothing: another finding.
    const real = whole.filter(({ isTalk }) => !isTalk);
    const failure = whole.length === 0 ? onlyPart(domain, facts) : unmeasured(domain, real, facts);
    if (failure !== undefined) yield failure;
  },
  avoid: `
locations:
  harbour: { kind: building }
  hall-1: { kind: hall, in: harbour }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: hall-1, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, lose: [hall-1], result: recovered, measured: { orders: { rto: 22m, rpo: 0s } } }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hall-1: { kind: hall, in: harbour }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: hall-1, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 22m, rpo: 0s } } }
`,
});

function onlyPart(domain: FailureDomain, facts: Facts): Failure | undefined {
  const { model, drills, domainsTaking } = facts;
  for (const drill of drills.toReversed()) {
    const part = drill.lose.domains.find((one) => domainsTaking(one).includes(domain.index));
    if (part === undefined) continue;
    const id = model.domains[part]?.id ?? '';
    const services = restingOn(facts, domain.index);
    return {
      outcome: 'fail',
      message: `the drill of ${drill.date} took ${id} away, no drill the whole of ${domain.id}, whose loss ${tellPromising(facts, domain.index)} to survive`,
      spots: [
        { at: model.place({ type: 'drill', index: drill.index }, ['lose']), label: `only ${id}` },
        { at: model.place({ type: 'domain', index: domain.index }), label: `${id} is a part of it` },
      ],
      hurts: services,
    };
  }
  return undefined;
}

function unmeasured(domain: FailureDomain, whole: readonly Drill[], facts: Facts): Failure | undefined {
  const { model, maxAge } = facts;
  const last = whole.at(-1);
  // One that is too old, or has failed, is another finding.
  if (last === undefined || last.result === 'failed' || isStale(facts, last.date, maxAge.drill)) return undefined;
  const promises = promisesToMeasure(facts, domain);
  const left = promises.filter((promise) => facts.measurementOf(promise) === undefined);
  const open = servicesOf(left);
  if (open.length === 0) return undefined;
  return {
    outcome: 'fail',
    message: `the drill that took ${domain.id} away (${last.date}) ${tellLeft(facts, left, promises)}`,
    spots: [
      { at: model.place({ type: 'drill', index: last.index }, ['measured']), label: 'measured here' },
      { at: model.place({ type: 'domain', index: domain.index }), label: 'lost in the drill' },
    ],
    hurts: open,
  };
}

/** Those for which this domain is the worst loss, broken ones too: a mend must not add to what was left out; data loss where there is data. */
function promisesToMeasure({ model, promisesByWorst }: Facts, domain: FailureDomain): readonly PromiseResult[] {
  return promisesByWorst(domain.index).filter(
    ({ objective, service }) => objective === 'rto' || model.services[service]?.stateful === true,
  );
}

/** Each once. */
function servicesOf(promises: readonly PromiseResult[]): readonly ServiceIndex[] {
  return [...new Set(promises.map(({ service }) => service))];
}

/** Whom it did not measure; and which objective, where it measured the other one of all of these. */
function tellLeft({ model }: Facts, left: readonly PromiseResult[], promises: readonly PromiseResult[]): string {
  const open = servicesOf(left);
  const [first, ...others] = open;
  const [objective, ...both] = new Set(left.map((promise) => promise.objective));
  const owed = servicesOf(promises.filter((one) => one.objective !== objective));
  const partly = both.length === 0 && open.every((service) => owed.includes(service));
  const what = partly ? `the ${objective === 'rto' ? 'RTO' : 'RPO'} of ` : '';
  const all = servicesOf(promises).length;
  if (others.length === 0) return `did not measure ${what}${model.services[first ?? -1]?.id ?? ''}`;
  return partly
    ? `did not measure ${what}${open.length} of ${all} services`
    : `left ${open.length} of ${all} services unmeasured`;
}
