import type { FailureDomain, Model, Service, ServiceIndex } from '../../model/model.js';
import { atLeast, type Severity } from '../../finding.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { severityByTier } from '../severity-by-tier.js';
import { isPromised, isWithinWalls, sharedBuildingOf, sharedDomainOf, wayBack } from './copies.js';
import { sitesTaken, type Site } from './sites-taken.js';

/** What a site is supplied with: two that share it are one site on the day it fails. Places and hazards lie where they lie. */
const supplies: ReadonlySet<string> = new Set(['power', 'cooling', 'network', 'carrier', 'account', 'control-plane']);

export const sitesShareDomain: Rule = defineRule({
  id: 'sites-share-domain',
  group: 'placement',
  on: 'failure-domain',
  severity: 'high',
  byTier: false,
  summary:
    'Sites, or all copies of several services, that are lost together with one building, feed, carrier, account or region',
  why: 'Two sites on one feed are one site on the day it fails, for every service at once, and each of them looks well placed when it is looked at alone. In Strasbourg in 2021 the fire was in one building and the power was cut to the whole campus; in 2024 one account was all that two geographies of UniSuper had in common, and it was deleted.',
  fix: 'Give one of the sites another feed, carrier, account or region, or say what stands in for the shared one (`failsWith: [{ allOf: [a, b] }]`); then look at what is left of the findings on its services.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-7(1)',
    'NIST SP 800-53 CP-8(2)',
    'NIST SP 800-53 PE-9(1)',
    'ISO/IEC 27001:2022 A.8.14',
    'DORA Art. 12(5)',
  ],
  supersedes: [
    'copies-share-building',
    'copies-share-domain',
    'single-location',
    'quorum-lost-with-one-domain',
    'survivors-lack-capacity',
    'site-overcommitted-after-failover',
    'rto-broken',
    'rpo-broken',
    'backup-with-primary',
    'backup-key-lost-with-data',
    'backup-interval-exceeds-rpo',
    'restore-too-slow',
    'weak-link',
    'recovery-tool-in-blast-radius',
    'monitoring-in-blast-radius',
    'status-page-in-blast-radius',
    'runbook-in-blast-radius',
    'plan-in-blast-radius',
    'crisis-channel-in-blast-radius',
    'drill-missing',
    'drill-too-narrow',
  ],
  *check(domain, facts) {
    const { model, sharedSites } = facts;
    const services = (all: readonly ServiceIndex[]): readonly Service[] =>
      all.flatMap((index) => model.services[index] ?? []);
    const isBuilding = isWithinWalls(domain);
    const copies = services(sharedSites.copiesOf(domain.index)).filter((service) =>
      isBuilding
        ? sharedBuildingOf(facts, service) === domain && wayBack(facts, service, domain) === 'no'
        : sharedDomainOf(facts, service) === domain,
    );
    const backups = services(sharedSites.backupsOf(domain.index)).filter(({ objectives }) =>
      objectives.survive.some(({ kind }) => kind === domain.kind),
    );
    const late = supplies.has(domain.kind) ? services(onlyLateWithout(facts, domain)) : [];
    const named = isBuilding
      ? []
      : services(sharedSites.namedBy(domain.index)).filter(
          (service) => !copies.includes(service) && sharedDomainOf(facts, service) === domain,
        );
    // One line in `defaults` or a tier often says it for all of them.
    const first = named.find(({ failsWith = [] }) => failsWith.length > 0) ?? named[0];
    const covered = [...new Set([...copies, ...named, ...backups, ...late])];
    // Of a single service, the rules about services tell more.
    if (covered.length < 2) return;
    const sites = sitesTaken(facts, domain, covered);
    const areSites = isBuilding ? areZones(facts, sites) : new Set(sites.map(({ walls }) => walls)).size > 1;
    if (!areSites && (first === undefined || named.length < 2)) return;
    const hurts = new Set([...covered.map(({ index }) => index), ...brokenBy(facts, domain)]);
    yield {
      outcome: 'fail',
      severity: severityOf(facts, domain, covered, backups),
      ...(areSites || first === undefined
        ? {
            message: `${tellSites(model, sites)} are lost together with ${domain.kind} ${domain.id}, and ${tellConsequence([...copies, ...named], backups, hurts.size)}`,
            spots: spotsOf(model, domain, sites),
          }
        : {
            message: `all copies of ${copies.length + named.length} services are lost together with ${domain.kind} ${domain.id}`,
            spots: [
              namingSpot(facts, first),
              { at: model.place({ type: 'domain', index: domain.index }), label: 'takes them together' },
            ],
            fix: 'Give one copy of each another account, feed or carrier; or say what stands in for the shared one where that is what is there (`failsWith: [{ allOf: [a, b] }]`).',
          }),
      loss: domain.index,
      covers: covered.map(({ index }) => index),
      hurts: [...hurts].toSorted((a, b) => rankOf(model, a) - rankOf(model, b) || a - b),
    };
  },
  avoid: `
domains:
  feed: { kind: power }
locations:
  harbour: { kind: building, failsWith: [feed] }
  hill: { kind: building, failsWith: [feed] }
defaults:
  objectives: { rto: 1h, survive: [building, power] }
  replicas: [{ at: harbour }, { at: hill }]
services:
  orders: {}
  payments: {}
`,
  prefer: `
domains:
  feed-north: { kind: power }
  feed-south: { kind: power }
locations:
  harbour: { kind: building, failsWith: [feed-north] }
  hill: { kind: building, failsWith: [feed-south] }
defaults:
  objectives: { rto: 1h, survive: [building, power] }
  replicas: [{ at: harbour }, { at: hill }]
services:
  orders: {}
  payments: {}
`,
});

/** Halls of a building are known to share it; zones are there for each other, and only look as if they did not. */
function areZones({ model }: Facts, sites: readonly Site[]): boolean {
  return sites.length > 1 && sites.every(({ place }) => model.domains[place]?.kind === 'zone');
}

/** Those whose recovery or data breaks promises in this loss, and in no other. */
function onlyLateWithout({ missesIn, missesBy }: Facts, { index }: FailureDomain): readonly ServiceIndex[] {
  const culprits = new Set(missesIn(index).map(({ culprit }) => culprit.service));
  return [...culprits].filter((culprit) => missesBy(culprit).every(({ domain }) => domain === index));
}

/** Whose promises are broken by it, of their own fault or waiting for others. */
function brokenBy({ promisesByWorst }: Facts, { index }: FailureDomain): readonly ServiceIndex[] {
  return promisesByWorst(index).flatMap(({ verdict, service }) => (verdict === 'broken' ? [service] : []));
}

/** As bad as the worst of what follows from it. */
function severityOf(
  facts: Facts,
  { index, kind }: FailureDomain,
  covered: readonly Service[],
  backups: readonly Service[],
): Severity {
  if (facts.rootCauses.some(({ domain }) => domain === index)) return 'critical';
  const all = covered.map((service): Severity => {
    const hasBackupsThere = backups.includes(service);
    const gone = facts.sharedFate(service.index)?.includes(index) === true;
    // Where a live copy is left, nothing is broken yet.
    const spared = hasBackupsThere && !gone && facts.missesBy(service.index).length === 0;
    const severity =
      hasBackupsThere && gone ? 'critical' : !spared && isPromised(facts, service, kind) ? 'high' : 'medium';
    return severityByTier(severity, service.rank);
  });
  return all.reduce((worst, one) => (atLeast(worst, one) ? worst : one), 'medium');
}

function rankOf({ services }: Model, index: ServiceIndex): number {
  return services[index]?.rank ?? Infinity;
}

function tellSites(model: Model, sites: readonly Site[]): string {
  const names = sites.map(({ place }) => model.domains[place]?.id ?? '');
  const last = names.length > 3 ? `${names.length - 2} more places` : names.at(-1);
  return `${names.slice(0, names.length > 3 ? 2 : -1).join(', ')} and ${last ?? ''}`;
}

function tellConsequence(copies: readonly Service[], backups: readonly Service[], hurt: number): string {
  const count = (all: readonly Service[]): string => (all.length === 1 ? (all[0]?.id ?? '') : `${all.length} services`);
  if (copies.length > 0) return `with them every copy of ${count(copies)}`;
  if (backups.length > 0) return `with them every serving copy and every backup of ${count(backups)}`;
  return `${hurt} services then break what they promise`;
}

function spotsOf(model: Model, domain: FailureDomain, sites: readonly Site[]): readonly [Spot, ...Spot[]] {
  const own: Spot = { at: model.place({ type: 'domain', index: domain.index }), label: 'takes them together' };
  const [first, ...rest] = sites
    .toReversed()
    .slice(0, 2)
    .map(({ place }): Spot => {
      const { failsWith = [], parent, id = '' } = model.domains[place] ?? {};
      const path = failsWith.length > 0 ? ['failsWith'] : parent === undefined ? [] : ['in'];
      return { at: model.place({ type: 'domain', index: place }, path), label: `${id} is lost with it` };
    });
  return first === undefined ? [own] : [first, ...rest, own];
}

/** Where the service, its tier or the defaults say what it fails with; otherwise where a copy does. */
function namingSpot({ model }: Facts, { index, id, failsWith = [] }: Service): Spot {
  const path = failsWith.length > 0 ? ['failsWith'] : ['replicas'];
  return { at: model.origin(index, path).place, label: `${id} and others fail with it` };
}
