import type { Backup } from '../../model/model.js';
import { withArticle } from '../../narrative/with-article.js';
import { formatDuration } from '../../units/duration.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';

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
    const { model, promisesOf } = facts;
    const lossOf = (backup: Backup): number | undefined =>
      backup.every === undefined ? undefined : backup.every + (backup.takes ?? 0);
    const [best] = (service.backups ?? []).toSorted((a, b) => (lossOf(a) ?? Infinity) - (lossOf(b) ?? Infinity));
    const loss = best === undefined ? undefined : lossOf(best);
    if (best === undefined || loss === undefined) return;
    // Only where the modelled loss is that of the backup: elsewhere a replica is what the service falls back on.
    const broken = promisesOf(service.index).find(
      ({ objective, verdict, range }) => objective === 'rpo' && verdict === 'broken' && range.best === loss,
    );
    if (broken?.target === undefined) return;
    const domain = broken.worst === undefined ? withArticle(broken.kind) : (model.domains[broken.worst]?.id ?? '');
    yield {
      outcome: 'fail',
      message: `losing ${domain} leaves ${service.id} with a backup up to ${formatDuration(loss)} old, its RPO is ${formatDuration(broken.target)}`,
      ...(broken.worst === undefined ? {} : { loss: broken.worst }),
      spots: [
        {
          at: model.origin(service.index, ['backups', best.id, 'every']).place,
          label: `every ${formatDuration(best.every ?? 0)}`,
        },
        { at: model.origin(service.index, ['objectives', 'rpo']).place, label: `RPO ${formatDuration(broken.target)}` },
      ],
      hurts: hurtBy(facts, service.index),
      because: [
        `${service.id} loses ${formatDuration(loss)} = every ${formatDuration(best.every ?? 0)} + takes ${formatDuration(best.takes ?? 0)}`,
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
