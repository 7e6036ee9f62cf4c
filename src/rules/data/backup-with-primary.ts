import { inAll } from '../../analysis/domains-taking.js';
import type { Backup, DomainIndex, Replica, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { copiesOf, isWithinWalls } from '../placement/copies.js';

export const backupWithPrimary: Rule = defineRule({
  id: 'backup-with-primary',
  group: 'data',
  on: 'service',
  severity: 'critical',
  byTier: true,
  summary: 'Every backup is lost together with the data it is the backup of',
  why: 'A backup in the same building burns with the server. In Strasbourg in 2021, and in Daejeon in 2025 with 858 TB of public officials’ files, the last copy was under the same roof.',
  fix: 'Keep one backup copy in another building and, for power, account or region losses that the service is to survive, outside those too.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-6',
    'NIST SP 800-53 CP-9(3)',
    'ISO/IEC 27001:2022 A.8.13',
    'DORA Art. 12(3)',
    'BSI C5 OPS-09',
  ],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain', 'backup-copies-few'],
  applies: ({ stateful, backups }) => stateful && backups !== undefined && backups.length > 0,
  *check(service, facts) {
    const { model } = facts;
    const owner = { type: 'service', index: service.index } as const;
    const unknown = (service.backups ?? []).filter(({ at }) => at === undefined);
    if (unknown.length > 0) {
      yield { outcome: 'unknown', missing: unknown.map(({ id }) => ({ owner, path: ['backups', id, 'at'] })) };
      return;
    }
    const serving = copiesOf(service).filter(({ role }) => role === 'primary' || role === 'active');
    const [first] = serving;
    if (first?.at === undefined) return;
    const shared = inAll([
      ...serving.map((replica) => takingReplica(service, replica, facts)),
      ...(service.backups ?? []).map((backup) => takingBackup(backup, facts)),
    ]).flatMap((index) => model.domains[index] ?? []);
    // What is in one hall or datacenter is in one building, also where nobody says in which.
    const domain =
      shared.find(({ kind }) => kind === 'building' || survives(service, kind)) ?? shared.find(isWithinWalls);
    if (domain === undefined) return;
    const survivors = copiesOf(service).filter(
      (replica) => replica.at !== undefined && !takingReplica(service, replica, facts).includes(domain.index),
    );
    const [backup] = service.backups ?? [];
    yield {
      outcome: 'fail',
      severity: survivors.length === 0 ? 'critical' : 'medium',
      message: `${service.id} and every backup of it are lost with ${domain.id}${survivors.length === 0 ? '' : '; only a live replica is left, and that repeats mistakes'}`,
      detail: domain.id,
      loss: domain.index,
      onlyOfLoss: ['copies-share-building', 'copies-share-domain'],
      spots: [
        { at: model.origin(service.index, ['backups', backup?.id ?? '', 'at']).place, label: 'the backup' },
        { at: model.place(owner, ['replicas', first.position, 'at']), label: first.role },
        { at: model.place({ type: 'domain', index: domain.index }), label: `${domain.id} takes both` },
      ],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [harbour], every: 12h, restore: { to: [hill], rate: 200MB/s } }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 200MB/s } }
`,
});

function survives({ objectives }: Service, kind: string): boolean {
  return objectives.survive.some((one) => one.kind === kind);
}

/** The domains each of which alone takes a copy: by its place, or by what it or its service fails with. */
function takingReplica(
  service: Service,
  { at = [], failsWith }: Replica,
  { domainsTaking }: Facts,
): readonly DomainIndex[] {
  return [...inAll(at.map(domainsTaking)), ...alone([...failsWith, ...(service.failsWith ?? [])], domainsTaking)];
}

/** The domains each of which alone takes a backup, in all its places. */
function takingBackup({ at = [], failsWith }: Backup, { domainsTaking }: Facts): readonly DomainIndex[] {
  return [...inAll(at.map(domainsTaking)), ...alone(failsWith, domainsTaking)];
}

function alone(
  conditions: readonly (readonly DomainIndex[])[],
  domainsTaking: Facts['domainsTaking'],
): readonly DomainIndex[] {
  return conditions.flatMap((members) => inAll(members.map(domainsTaking)));
}
