import type { DomainIndex, Seconds, ServiceIndex, Targets } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { OpenField } from '../judgement.js';
import { reachAfter, type Reach } from '../operations/reach-after.js';
import { defineRule, type Rule } from '../rule.js';

export const runbookInBlastRadius: Rule = defineRule({
  id: 'runbook-in-blast-radius',
  group: 'dependencies',
  on: 'inventory',
  severity: 'medium',
  byTier: false,
  summary: 'Runbooks that cannot be read in the very loss that they are for',
  why: 'The wiki goes down with the site, and with it the page on bringing the site back. Then people type from memory, at night, what they would have copied.',
  fix: 'Keep a copy elsewhere: another building, another provider, the laptop of whoever is on duty; and name every copy in `hostedOn`.',
  references: [],
  controls: [
    'Delegated Regulation (EU) 2024/1774 Art. 26(1)(d)',
    'NIST SP 800-53 CP-2(b)',
    'NYDFS 500.16(b)',
    'BSI C5 BCM-03',
  ],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain'],
  applies: ({ services }) => services.some(({ recovery }) => recovery.runbook !== undefined),
  *check(model, facts) {
    const { lost, missing } = unreadable(facts);
    for (const [hosts, readers] of lost) {
      const [[first, loss] = [0, 0]] = readers;
      const rest = readers.size === 1 ? '' : ` and ${readers.size - 1} more`;
      yield {
        outcome: 'fail',
        message: `the runbook of ${model.services[first]?.id ?? ''}${rest} is on ${hosts}, and cannot be read without ${model.domains[loss]?.id ?? ''}`,
        detail: hosts,
        spots: [
          { at: model.origin(first, ['recovery', 'runbook', 'hostedOn']).place, label: 'lost too' },
          { at: model.place({ type: 'domain', index: loss }), label: 'without this' },
        ],
        ...([...readers.values()].every((one) => one === loss) ? { loss } : {}),
        // That the wiki stands where it stands is the same fault.
        covers: model.services[first]?.recovery.runbook?.hostedOn?.services ?? [],
        coversIn: 'loss',
        hurts: [...readers.keys()],
      };
    }
    if (missing.length > 0) yield { outcome: 'unknown', missing };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { mode: manual, detect: 5m, decide: 5m, execute: 5m, uses: [], runbook: { hostedOn: wiki } }
  wiki: { data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { mode: manual, detect: 5m, decide: 5m, execute: 5m, uses: [], runbook: { hostedOn: [wiki, hill] } }
  wiki: { data: none, replicas: [{ at: harbour }] }
`,
});

/** Most losses leave the wiki alone; those need not be solved. */
function reachOf(facts: Facts, hosts: Targets, loss: DomainIndex, limit: Seconds | undefined): Reach {
  const clear = hosts.services.some((host) => facts.isClearOf(host, loss));
  return clear ? { outcome: 'reached' } : reachAfter(facts, hosts, loss, limit);
}

/** By the hosts, in words: whose runbook is lost with which domain, the first for each service. */
type Unreadable = ReadonlyMap<string, ReadonlyMap<ServiceIndex, DomainIndex>>;

function unreadable(facts: Facts): { readonly lost: Unreadable; readonly missing: readonly OpenField[] } {
  const { model } = facts;
  const lost = new Map<string, Map<ServiceIndex, DomainIndex>>();
  const open = new Map<ServiceIndex, readonly OpenField[]>();
  const lostFor = new Set<ServiceIndex>();
  // By domain, so that each loss is solved once.
  for (const { index: loss, kind } of model.domains) {
    const known = new Map<string, Reach>();
    for (const index of facts.promisedIn(loss)) {
      const service = model.services[index];
      const runbook = service?.recovery.runbook;
      if (service === undefined || runbook === undefined || lostFor.has(index)) continue;
      const { hostedOn } = runbook;
      const rto = service.objectives.survive.find((one) => one.kind === kind)?.rto;
      if (hostedOn === undefined) {
        if (facts.readyAfter(loss, index).worst > 0)
          open.set(index, [{ owner: { type: 'service', index }, path: ['recovery', 'runbook', 'hostedOn'] }]);
        continue;
      }
      const key = `${hostedOn.domains.join(' ')}, ${hostedOn.services.join(' ')}, ${rto ?? ''}`;
      const reach = known.get(key) ?? reachOf(facts, hostedOn, loss, rto);
      known.set(key, reach);
      // What goes on needs no runbook.
      if (reach.outcome === 'reached' || facts.readyAfter(loss, index).worst === 0) continue;
      if (reach.outcome === 'open') open.set(index, reach.missing);
      if (reach.outcome !== 'lost') continue;
      const hosts = [
        ...hostedOn.services.map((one) => model.services[one]?.id ?? ''),
        ...hostedOn.domains.map((one) => model.domains[one]?.id ?? ''),
      ].join(', ');
      lost.set(hosts, (lost.get(hosts) ?? new Map<ServiceIndex, DomainIndex>()).set(index, loss));
      lostFor.add(index);
    }
  }
  return { lost, missing: [...open].flatMap(([index, fields]) => (lostFor.has(index) ? [] : fields)) };
}
