import { atLeast, type Severity } from '../../finding.js';
import type { CrowdedSite, Occupant } from '../../analysis/crowded-sites.js';
import type { MissingField } from '../../analysis/outcome.js';
import { enclosing } from '../../analysis/within.js';
import type { DomainIndex, Model, Service, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { severityByTier } from '../severity-by-tier.js';

/** How many of those that compete are told one by one. */
const told = 8;

export const siteOvercommittedAfterFailover: Rule = defineRule({
  id: 'site-overcommitted-after-failover',
  group: 'placement',
  on: 'failure-domain',
  severity: 'high',
  byTier: false,
  summary: 'A place into which more would fail over than it can hold',
  why: 'Each standby was planned by itself, and each fits. On the day all of them start at once, beside what runs there already, and the place is full before the last one is up.',
  fix: 'Make the place larger, spread the standbys over several, or agree which services go first and declare for the others how they come back elsewhere.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(2)',
    'NIST SP 800-53 CP-7',
    'DORA Art. 7(c)',
    'ISO/IEC 27001:2022 A.8.6',
    'BSI C5 OPS-01',
  ],
  supersedes: ['rto-broken', 'rpo-broken', 'backup-interval-exceeds-rpo', 'restore-too-slow'],
  applies: ({ index, capacity }, facts) => capacity !== undefined && newcomers(facts, index).length > 0,
  *check(place, facts) {
    const { model } = facts;
    const [worst] = facts.crowdingAt(place.index).toSorted((a, b) => b.demand - a.demand);
    if (worst !== undefined) {
      yield {
        outcome: 'fail',
        message: `after the loss of ${model.domains[worst.loss]?.id ?? ''}, ${place.id} would have to hold a demand of ${tellNumber(worst.demand)}, its capacity is ${tellNumber(place.capacity ?? 0)}`,
        detail: model.domains[worst.loss]?.id ?? '',
        severity: severityOf(facts, worst),
        spots: [
          { at: model.place({ type: 'domain', index: place.index }, ['capacity']), label: 'its capacity' },
          ...worst.coming.slice(0, 2).flatMap(({ service }) => standbySpot(model, service, place.index)),
          { at: model.place({ type: 'domain', index: worst.loss }), label: 'lost' },
        ],
        loss: worst.loss,
        hurts: worst.coming.map(({ service }) => service),
        covers: worst.turnedAway,
        because: arithmetic(model, worst),
      };
      return;
    }
    const missing = newcomers(facts, place.index).flatMap((service) => unstated(model, service, place.index));
    if (missing.length > 0) yield { outcome: 'unknown', missing };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building, capacity: 100 }
defaults:
  objectives: { rto: 1h, rpo: 1m }
  recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
services:
  orders:
    demand: 70
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, startup: 1m }
  search:
    demand: 60
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, startup: 1m }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building, capacity: 150 }
defaults:
  objectives: { rto: 1h, rpo: 1m }
  recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
services:
  orders:
    demand: 70
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, startup: 1m }
  search:
    demand: 60
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, startup: 1m }
`,
});

function arithmetic(model: Model, { running, coming, demand }: CrowdedSite): readonly string[] {
  const line =
    (verb: string) =>
    ({ service: index, room }: Occupant): string => {
      const { id = '', demand: whole } = model.services[index] ?? {};
      if (room === undefined || whole === undefined) return `${id} ${verb} an unknown demand`;
      const share = whole === 0 ? 1 : room / whole;
      return `${id} ${verb} ${tellNumber(room)}${share < 1 ? ` (${tellNumber(share * 100)}% of ${tellNumber(whole)})` : ''}`;
    };
  const all = [...running.map(line('runs there with')), ...coming.map(line('would come with'))];
  const rest = all.length - told;
  return [...all.slice(0, told), ...(rest > 0 ? [`and ${rest} more`] : []), `together ${tellNumber(demand)}`];
}

/** As bad as the worst that may come of it: promises broken for lack of room, or not to be known; low where all are kept. */
function severityOf({ model, promisesOf }: Facts, { coming, loss }: CrowdedSite): Severity {
  const all = coming.flatMap(({ service: index }): readonly Severity[] => {
    const here = promisesOf(index).filter(({ worst, target }) => worst === loss && target !== undefined);
    const rank = model.services[index]?.rank;
    if (here.some(({ verdict }) => verdict === 'broken')) return [severityByTier('high', rank)];
    return here.some(({ verdict }) => verdict === 'unknown') ? [severityByTier('medium', rank)] : [];
  });
  return all.reduce((worst, one) => (atLeast(worst, one) ? worst : one), 'low');
}

/** Those that could be promoted in a place, and mean to be back in a time. */
function newcomers({ model, standbysIn, promisesOf }: Facts, place: DomainIndex): readonly Service[] {
  return standbysIn(place)
    .filter((index) => promisesOf(index).some(({ objective, target }) => objective === 'rto' && target !== undefined))
    .flatMap((index) => model.services[index] ?? []);
}

/** What a service leaves out of how much would come to a place: its demand, or the share of a copy beside others that state theirs. */
function unstated(model: Model, { index, demand, replicas }: Service, place: DomainIndex): readonly MissingField[] {
  const owner = { type: 'service', index } as const;
  if (demand === undefined) return [{ owner, path: ['demand'] }];
  if (replicas.every(({ capacity }) => capacity === undefined)) return [];
  return replicas.flatMap(({ at = [], capacity, position }) =>
    capacity === undefined && at.some((one) => enclosing(model, one).includes(place))
      ? [{ owner, path: ['replicas', position, 'capacity'] }]
      : [],
  );
}

function standbySpot(model: Model, index: ServiceIndex, site: DomainIndex): readonly Spot[] {
  const service = model.services[index];
  const standby = service?.replicas.find(({ at = [] }) => at.some((one) => enclosing(model, one).includes(site)));
  return standby === undefined
    ? []
    : [
        {
          at: model.origin(index, ['replicas', standby.position, 'at']).place,
          label: `${service?.id ?? ''} would come`,
        },
      ];
}

function tellNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
