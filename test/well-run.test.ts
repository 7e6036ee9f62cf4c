import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Document, parseDocument } from 'yaml';
import { audit } from '../src/audit.js';
import type { Report, ReportFinding } from '../src/report/report.js';
import { inventoryFolder } from './support/inventory-folder.js';

const folder = join(import.meta.dirname, '../examples/well-run');
const files = inventoryFolder(folder);
const settings = parseDocument(readFileSync(join(folder, 'firebreak.yaml'), 'utf8'));
const now = String(settings.get('now'));

/** What is written at a path of a file instead of what is there; `undefined` takes it out. */
type Edit = readonly [file: string, path: readonly (string | number)[], value: unknown];

/** A fault, and the one finding that names its cause. */
interface Fault {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly severity: ReportFinding['severity'];
  readonly rule: string;
  readonly subject: string;
  readonly says: string;
  /** Rules that see the same cause and are folded into the finding. */
  readonly also?: readonly string[];
  /** Some of those that have to be told. */
  readonly hurts?: readonly string[];
}

const faults: readonly Fault[] = [
  {
    name: 'the failover tool stands only in a site that it recovers',
    edits: [['tools.yaml', ['services', 'failover-tool', 'replicas'], [{ at: 'north-hall' }]]],
    severity: 'critical',
    rule: 'recovery-tool-in-blast-radius',
    subject: 'failover-tool',
    says: 'services cannot recover without it',
    also: ['rto-broken', 'single-location'],
    hurts: ['orders-db', 'storefront'],
  },
  {
    name: 'a standby stands in the building of its primary',
    edits: [['orders.yaml', ['services', 'night-jobs', 'replicas', 1, 'at'], 'south-hall-b']],
    severity: 'high',
    rule: 'copies-share-building',
    subject: 'night-jobs',
    says: 'in one building, south',
    also: ['rto-broken'],
  },
  {
    name: 'every copy hangs on one power feed',
    edits: [['tools.yaml', ['services', 'dns', 'failsWith'], ['north-power']]],
    severity: 'critical',
    rule: 'weak-link',
    subject: 'dns',
    says: 'is lost with north-power',
    also: ['copies-share-domain', 'rto-broken'],
    hurts: ['storefront', 'mobile-gateway', 'partner-gateway'],
  },
  {
    name: 'every copy hangs on the lines of one site',
    edits: [['fronts.yaml', ['services', 'mobile-gateway', 'failsWith'], ['north-lines']]],
    severity: 'critical',
    rule: 'copies-share-domain',
    subject: 'mobile-gateway',
    says: 'north-lines',
    also: ['rto-broken'],
  },
  {
    name: 'every copy stands in one account',
    edits: [['fronts.yaml', ['services', 'partner-gateway', 'failsWith'], ['account-north']]],
    severity: 'high',
    rule: 'copies-share-domain',
    subject: 'partner-gateway',
    says: 'account-north',
    also: ['rto-broken'],
  },
  {
    name: 'the backups stand beside the only copy',
    edits: [
      ['office.yaml', ['services', 'sales-reports', 'backups', 'nightly', 'at'], ['north-hall']],
      ['office.yaml', ['services', 'sales-reports', 'backups', 'monthly', 'at'], ['north-hall']],
    ],
    severity: 'high',
    rule: 'backup-with-primary',
    subject: 'sales-reports',
    says: 'every backup of it are lost with north',
    also: ['single-location', 'rpo-broken'],
  },
  {
    name: 'backups are made less often than the RPO asks for',
    edits: [['office.yaml', ['services', 'campaign-planner', 'backups', 'nightly', 'every'], '48h']],
    severity: 'medium',
    rule: 'backup-interval-exceeds-rpo',
    subject: 'campaign-planner',
    says: 'up to 2d1h old, its RPO is 1d2h',
    also: ['rpo-broken'],
  },
  {
    name: 'a service with data has no backup',
    edits: [['stores-vital.yaml', ['services', 'ledger-db', 'backups'], 'none']],
    severity: 'critical',
    rule: 'backup-missing',
    subject: 'ledger-db',
    says: 'holds data and is not backed up',
  },
  {
    name: 'the last restore test failed',
    edits: [['office.yaml', ['services', 'finance-books', 'backups', 'second', 'tested', 'result'], 'failed']],
    severity: 'medium',
    rule: 'backup-never-restored',
    subject: 'finance-books',
    says: 'failed',
  },
  {
    name: 'two of three votes stand in one building',
    edits: [['stores-vital.yaml', ['services', 'event-log', 'replicas', 2, 'at'], 'north-hall']],
    severity: 'critical',
    rule: 'quorum-lost-with-one-domain',
    subject: 'event-log',
    says: 'has 1 of 3 votes and needs 2',
    also: ['restore-too-slow', 'backup-interval-exceeds-rpo', 'rto-broken'],
    hurts: ['orders', 'ledger'],
  },
  {
    name: 'the site that is left carries too little',
    edits: [['orders.yaml', ['services', 'payments', 'replicas', 2, 'capacity'], '30%']],
    severity: 'critical',
    rule: 'survivors-lack-capacity',
    subject: 'payments',
    says: 'serves 30% of its peak load, it needs 60%',
    also: ['rto-broken', 'weak-link'],
    hurts: ['checkout'],
  },
  {
    name: 'more would fail over than the site can hold',
    edits: [['places.yaml', ['locations', 'hill-hall', 'capacity'], 800]],
    severity: 'high',
    rule: 'site-overcommitted-after-failover',
    subject: 'hill-hall',
    says: 'its capacity is 800',
    hurts: ['orders-db', 'stock-db'],
  },
  {
    name: 'a copy is further behind than the RPO',
    edits: [['stores-important.yaml', ['services', 'documents-db', 'replicas', 1, 'lag'], '10m']],
    severity: 'high',
    rule: 'rpo-broken',
    subject: 'documents-db',
    says: 'loses the last 10m',
    hurts: ['invoices'],
  },
  {
    name: 'the pager stands only in a site for which it wakes people',
    edits: [['tools.yaml', ['services', 'pager', 'replicas'], [{ at: 'south-hall' }]]],
    severity: 'critical',
    rule: 'recovery-tool-in-blast-radius',
    subject: 'pager',
    says: 'cannot recover without it',
    also: ['monitoring-in-blast-radius', 'single-location'],
    hurts: ['stock-db'],
  },
  {
    name: 'services at three sites stand on a cache at one',
    edits: [['fronts.yaml', ['services', 'session-cache', 'replicas'], [{ at: 'north-hall' }]]],
    severity: 'critical',
    rule: 'weak-link',
    subject: 'session-cache',
    says: 'with copies elsewhere cannot run without it',
    also: ['single-location', 'rto-broken'],
    hurts: ['storefront', 'sign-in'],
  },
  {
    name: 'the status page hangs on the lines of one site',
    edits: [['bought.yaml', ['services', 'status-page', 'failsWith'], ['north-lines']]],
    severity: 'medium',
    rule: 'status-page-in-blast-radius',
    subject: 'status-page',
    says: 'without word to anybody',
  },
  {
    name: 'there is too much data to be restored in time',
    edits: [['office.yaml', ['services', 'sales-reports', 'data', 'size'], '40TB']],
    severity: 'medium',
    rule: 'restore-too-slow',
    subject: 'sales-reports',
    says: 'its RTO is 1d',
    also: ['rto-broken'],
  },
  {
    name: 'the drill of a region was never held',
    edits: [['drills.yaml', ['drills', 0], undefined]],
    severity: 'medium',
    rule: 'drill-too-narrow',
    subject: 'coast',
    says: 'no drill the whole of coast',
    also: ['drill-missing'],
  },
  {
    name: 'the drill of a region took one of its sites only',
    edits: [['drills.yaml', ['drills', 0, 'lose', 0], 'north']],
    severity: 'medium',
    rule: 'drill-too-narrow',
    subject: 'coast',
    says: 'no drill the whole of coast',
    also: ['drill-missing'],
  },
  {
    name: 'the drill of a region is too long ago',
    edits: [['drills.yaml', ['drills', 0, 'date'], '2024-10-25']],
    severity: 'medium',
    rule: 'drill-stale',
    subject: 'coast',
    says: '613 days ago',
  },
  {
    name: 'the drill of a region was held around a table',
    edits: [['drills.yaml', ['drills', 0, 'kind'], 'tabletop']],
    severity: 'medium',
    rule: 'drill-too-shallow',
    subject: 'coast',
    says: 'tabletop',
  },
  {
    name: 'a drill took longer than was promised',
    edits: [['drills.yaml', ['drills', 1, 'measured', 'stock-db', 'rto'], '2h']],
    severity: 'high',
    rule: 'drill-missed-objective',
    subject: 'stock-db',
    says: 'took 2h to come back, its RTO is 1h',
  },
  {
    name: 'an RTO is tightened below what people need',
    edits: [['stores-important.yaml', ['services', 'documents-db', 'objectives'], { rto: '20m' }]],
    severity: 'high',
    rule: 'manual-failover-exceeds-rto',
    subject: 'documents-db',
    says: 'its RTO is 20m',
    also: ['rto-broken', 'drill-missed-objective'],
  },
  {
    name: 'an RTO is tightened below what a restore takes',
    edits: [['office.yaml', ['services', 'contracts', 'objectives'], { rto: '1h' }]],
    severity: 'medium',
    rule: 'restore-too-slow',
    subject: 'contracts',
    says: 'takes 4h55m, its RTO is 1h',
    also: ['rto-broken', 'drill-missed-objective'],
  },
  {
    name: 'people take two hours to decide',
    edits: [['stores-important.yaml', ['services', 'tickets-db', 'recovery', 'decide'], '2h']],
    severity: 'high',
    rule: 'manual-failover-exceeds-rto',
    subject: 'tickets-db',
    says: 'takes 2h19m at least, its RTO is 1h',
    also: ['rto-broken'],
    hurts: ['customer-help'],
  },
  {
    name: 'a store is of a lesser tier than what stands on it',
    edits: [['stores-vital.yaml', ['services', 'cart-db', 'tier'], 'important']],
    severity: 'high',
    rule: 'dependency-slower-than-service',
    subject: 'cart-db',
    says: 'promised back in 1h',
    also: ['tier-inversion'],
    hurts: ['cart'],
  },
  {
    name: 'a supplier agreed to less than is promised',
    edits: [
      ['bought.yaml', ['suppliers', 'cards-a', 'agreement', 'rto'], '4h'],
      ['orders.yaml', ['services', 'payments', 'dependsOn', 'card-network', 'anyOf'], ['card-network-a']],
    ],
    severity: 'medium',
    rule: 'supplier-slower-than-service',
    subject: 'cards-a',
    says: 'agreed to be back within 4h',
    hurts: ['payments'],
  },
  {
    name: 'nobody owns a service',
    edits: [['fronts.yaml', ['services', 'storefront', 'owner'], undefined]],
    severity: 'low',
    rule: 'owner-missing',
    subject: 'storefront',
    says: 'no owner',
  },
  {
    name: 'a runbook is kept in the site that it is for',
    edits: [['stores-important.yaml', ['services', 'stock-db', 'recovery', 'runbook', 'hostedOn'], 'north-hall']],
    severity: 'medium',
    rule: 'runbook-in-blast-radius',
    subject: 'inventory',
    says: 'the runbook of stock-db is on north-hall',
    hurts: ['stock-db'],
  },
  {
    name: 'the plan is kept in one site',
    edits: [['plans.yaml', ['plans', 'site-loss', 'hostedOn'], ['south-safe']]],
    severity: 'medium',
    rule: 'plan-in-blast-radius',
    subject: 'site-loss',
    says: 'cannot be read when coast is lost',
  },
  {
    name: 'the crisis is run over something in one site',
    edits: [['plans.yaml', ['plans', 'site-loss', 'communication', 'channels'], ['log-search']]],
    severity: 'medium',
    rule: 'crisis-channel-in-blast-radius',
    subject: 'site-loss',
    says: 'the only crisis channel',
  },
  {
    name: 'one person alone may start the plan',
    edits: [['plans.yaml', ['plans', 'site-loss', 'activation', 'deputy'], 'none']],
    severity: 'medium',
    rule: 'activation-authority-missing',
    subject: 'site-loss',
    says: 'only duty manager',
  },
  {
    name: 'the batteries share a room',
    edits: [['places.yaml', ['locations', 'north', 'facility', 'batteryRoom'], 'shared']],
    severity: 'medium',
    rule: 'battery-room-shared',
    subject: 'north',
    says: 'share a room',
  },
  {
    name: 'the key store stands with its escrow in one site',
    edits: [
      ['tools.yaml', ['services', 'key-store', 'replicas'], [{ at: 'south-hall' }]],
      ['tools.yaml', ['services', 'key-store', 'quorum'], undefined],
      ['tools.yaml', ['services', 'key-store', 'backups', 'escrow', 'at'], ['south-safe']],
    ],
    severity: 'critical',
    rule: 'backup-key-lost-with-data',
    subject: 'key-store',
    says: 'cannot be read without it',
    also: ['backup-with-primary', 'rto-broken'],
    hurts: ['orders-db'],
  },
  {
    name: 'two sites hang on one power feed',
    edits: [['places.yaml', ['locations', 'south', 'failsWith'], ['north-power', 'south-lines']]],
    severity: 'critical',
    rule: 'sites-share-domain',
    subject: 'north-power',
    says: 'north and south are lost together with power north-power',
    also: ['quorum-lost-with-one-domain', 'rpo-broken', 'rto-broken', 'single-location'],
    hurts: ['orders-db', 'event-log', 'checkout'],
  },
  {
    name: 'two sites hang on one feed of the grid, which nobody ever switched off',
    edits: [
      ['places.yaml', ['domains', 'north-power', 'failsWith'], ['north-feed-a']],
      ['places.yaml', ['domains', 'south-power', 'failsWith'], ['north-feed-a']],
    ],
    severity: 'critical',
    rule: 'sites-share-domain',
    subject: 'north-feed-a',
    says: 'north and south are lost together with power north-feed-a',
    also: ['drill-too-narrow', 'quorum-lost-with-one-domain', 'rpo-broken'],
    hurts: ['orders-db', 'test-systems'],
  },
  {
    name: 'one carrier serves all sites',
    edits: [
      ['places.yaml', ['domains', 'north-lines', 'failsWith'], ['carrier-red']],
      ['places.yaml', ['domains', 'south-lines', 'failsWith'], ['carrier-red']],
      ['places.yaml', ['domains', 'hill-lines', 'failsWith'], ['carrier-red']],
    ],
    severity: 'critical',
    rule: 'sites-share-domain',
    subject: 'carrier-red',
    says: 'every copy of 50 services',
    also: ['copies-share-domain', 'backup-with-primary', 'monitoring-in-blast-radius', 'plan-in-blast-radius'],
    hurts: ['storefront', 'orders-db', 'contracts'],
  },
  {
    name: 'all sites run in one account',
    edits: [
      ['places.yaml', ['locations', 'south-hall', 'failsWith'], ['account-north']],
      ['places.yaml', ['locations', 'south-hall-b', 'failsWith'], ['account-north']],
      ['places.yaml', ['locations', 'hill-hall', 'failsWith'], ['account-north']],
    ],
    severity: 'critical',
    rule: 'sites-share-domain',
    subject: 'account-north',
    says: 'every copy of 50 services',
    also: ['copies-share-domain', 'rto-broken'],
    hurts: ['storefront', 'orders-db'],
  },
  {
    name: 'all sites lie in one region',
    edits: [['places.yaml', ['locations', 'hill', 'in'], 'coast']],
    severity: 'critical',
    rule: 'sites-share-domain',
    subject: 'coast',
    says: 'are lost together with region coast',
    also: ['copies-share-domain', 'backup-with-primary', 'runbook-in-blast-radius'],
    hurts: ['storefront', 'orders-db'],
  },
  {
    name: 'the account of the primaries holds the backups too',
    edits: [
      ['places.yaml', ['locations', 'hill-vault', 'failsWith'], ['account-south']],
      ['places.yaml', ['locations', 'south-safe', 'failsWith'], ['account-south']],
    ],
    severity: 'high',
    rule: 'sites-share-domain',
    subject: 'account-south',
    says: 'every serving copy and every backup of 7 services',
    also: ['backup-with-primary'],
    hurts: ['identity', 'documents-db'],
  },
  {
    name: 'the backups of one service fail with the account of its only copy',
    edits: [
      ['office.yaml', ['services', 'sales-reports', 'backups', 'nightly', 'failsWith'], ['account-north']],
      ['office.yaml', ['services', 'sales-reports', 'backups', 'monthly', 'failsWith'], ['account-north']],
    ],
    severity: 'high',
    rule: 'backup-with-primary',
    subject: 'sales-reports',
    says: 'every backup of it are lost with account-north',
    also: ['single-location', 'rto-broken', 'rpo-broken'],
  },
  {
    name: 'the key store stands in one site, and its escrow is restored elsewhere, much too late',
    edits: [
      ['tools.yaml', ['services', 'key-store', 'replicas'], [{ at: 'south-hall' }]],
      ['tools.yaml', ['services', 'key-store', 'quorum'], undefined],
    ],
    severity: 'critical',
    rule: 'single-location',
    subject: 'key-store',
    says: 'key-store stands only in south-hall',
    also: ['restore-too-slow', 'backup-interval-exceeds-rpo', 'rto-broken', 'rpo-broken'],
    hurts: ['documents-db', 'orders-db'],
  },
  {
    name: 'deploying needs the logins, and the logins are brought back by deploying',
    edits: [['tools.yaml', ['services', 'identity', 'recovery'], { uses: ['deploy'] }]],
    severity: 'critical',
    rule: 'circular-recovery',
    subject: 'deploy',
    says: 'nothing in this circle can be recovered first',
    hurts: ['identity', 'stock-db'],
  },
];

function auditWith(edits: readonly Edit[]): Report {
  const changed = files.map(({ path, content }) => {
    const own = edits.filter(([file]) => file === path);
    if (own.length === 0) return { path, content };
    // Aliases are written out, so that an edit changes one thing and not all that is written like it.
    const plain: unknown = parseDocument(textOf(content)).toJS({ maxAliasCount: -1 });
    const document = new Document(plain, { aliasDuplicateObjects: false });
    for (const [, at, value] of own) {
      if (value === undefined) document.deleteIn(at);
      else document.setIn(at, document.createNode(value));
    }
    return { path, content: new TextEncoder().encode(document.toString()) };
  });
  return audit(changed, { now, failOn: 'medium' });
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const serious: ReadonlySet<string> = new Set(['critical', 'high', 'medium']);

describe('the example of a well-run organisation', () => {
  const report = auditWith([]);

  it('has some sixty services, and every promise of theirs is kept and proven', () => {
    const { services, promises } = report.summary;
    expect(report.diagnostics).toEqual([]);
    expect(services).toBeGreaterThanOrEqual(60);
    expect(promises.total).toBeGreaterThan(500);
    expect(promises).toEqual({ ...promises, kept: promises.total, broken: 0, unknown: 0, proven: promises.total });
  });

  it('has no finding and no question', () => {
    expect(report.findings).toEqual([]);
    expect(report.gaps).toEqual([]);
    expect(report.rules.filter(({ unknown }) => unknown > 0)).toEqual([]);
  });
});

describe('a fault in it is one finding, with what follows from it', () => {
  it.each(faults)('$name', ({ edits, severity, rule, subject, says, also = [], hurts = [] }) => {
    const { findings, promises, diagnostics } = auditWith(edits);
    expect(diagnostics).toEqual([]);
    // A cause that is mild in itself has to stand alone; beside a serious one, mild remarks are no noise.
    const told = findings.filter((finding) => serious.has(finding.severity) || !serious.has(severity));
    expect(told.map((one) => `${one.severity} ${one.rule}: ${one.subject.id}`)).toEqual([
      `${severity} ${rule}: ${subject}`,
    ]);
    const [found] = told;
    expect(found?.message).toContain(says);
    expect(found?.also).toEqual(expect.arrayContaining([...also]));
    expect(found?.hurts).toEqual(expect.arrayContaining([...hurts]));
    // Whatever breaks by it is told in it.
    const broken = promises.filter(({ verdict }) => verdict === 'broken').map(({ service }) => service);
    expect([subject, ...(found?.hurts ?? [])]).toEqual(expect.arrayContaining(broken));
  });

  it('gives each fault a name of its own', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });
});
