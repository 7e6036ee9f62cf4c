import type { Miss } from '../../analysis/missed-promises.js';
import type { Backup, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import { hurtBy, targetSpot } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';
import { staleBackup } from '../stale-backup.js';

export const backupIntervalExceedsRpo: Rule = defineRule({
  id: 'backup-interval-exceeds-rpo',
  group: 'data',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'Backups further apart than the data loss that is promised, where a backup is all that is left',
  why: 'Data written since the last finished backup is gone. The loss is the interval and the time the backup takes, because the outage may come just before the next one is done.',
  fix: 'Back up more often (or ship logs), place a replica where it survives, or promise a longer RPO.',
  references: [],
  controls: ['NIST SP 800-53 CP-9', 'DORA Art. 12(1)(a)', 'BSI C5 OPS-06', 'ISMS-P 2.12.1'],
  supersedes: ['rpo-broken'],
  applies: (service, { promisesOf }) =>
    (service.backups ?? []).length > 0 && promisesOf(service.index).some(({ objective }) => objective === 'rpo'),
  *check(service, facts) {
    const { model } = facts;
    // Only where the modelled loss is that of a backup: elsewhere a replica is what the service falls back on.
    const [worst] = facts
      .missesOf(service.index)
      .flatMap((miss) => staleIn(service, miss))
      .toSorted((a, b) => b.miss.culprit.answer - a.miss.culprit.answer);
    if (worst === undefined) return;
    const { miss, backup } = worst;
    const loss = formatDuration(miss.culprit.answer);
    const rpo = formatDuration(miss.promise.target ?? 0);
    const every = formatDuration(backup.every ?? 0);
    yield {
      outcome: 'fail',
      message: `losing ${model.domains[miss.domain]?.id ?? ''} leaves ${service.id} with a backup up to ${loss} old, its RPO is ${rpo}`,
      loss: miss.domain,
      spots: [
        { at: model.origin(service.index, ['backups', backup.id, 'every']).place, label: `every ${every}` },
        targetSpot(facts, miss, `RPO ${rpo}`),
      ],
      hurts: hurtBy(facts, service.index),
      because: [`${service.id} loses ${loss} = every ${every} + takes ${formatDuration(backup.takes ?? 0)}`],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 12h, rpo: 1h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 24h, restore: { to: [hill], rate: 200MB/s } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 12h, rpo: 1h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 30m, restore: { to: [hill], rate: 200MB/s } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
});

/** A loss of the service's own data that is as old as a backup of it. */
function staleIn({ index }: Service, miss: Miss): readonly { readonly miss: Miss; readonly backup: Backup }[] {
  if (miss.promise.objective !== 'rpo' || miss.culprit.service !== index) return [];
  const backup = staleBackup(miss.culprit);
  return backup === undefined ? [] : [{ miss, backup }];
}
