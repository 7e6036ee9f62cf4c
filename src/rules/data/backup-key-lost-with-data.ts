import { rootCauseFailure } from '../dependencies/root-cause-failure.js';
import { tellLost } from '../../narrative/tell-root-cause.js';
import { defineRule, type Rule } from '../rule.js';

export const backupKeyLostWithData: Rule = defineRule({
  id: 'backup-key-lost-with-data',
  group: 'data',
  on: 'service',
  severity: 'critical',
  byTier: false,
  summary: 'The key of a backup is lost in the same event as the data it is to bring back',
  why: 'An encrypted backup without its key is noise. The copy survives in another building, and the one service that can open it was in the first.',
  fix: 'Run the key service where the backup is needed too, or keep a copy of the keys (in escrow, on paper, in another account) that needs nothing from the place that is lost.',
  references: [],
  controls: ['NIST SP 800-53 CP-9(8)', 'BSI C5 OPS-06', 'CIS Controls 11.3', 'NIST SP 800-171r3 03.08.09'],
  supersedes: [
    'backup-with-primary',
    'backup-interval-exceeds-rpo',
    'recovery-tool-in-blast-radius',
    'weak-link',
    'single-location',
    'copies-share-building',
    'copies-share-domain',
    'rto-broken',
    'rpo-broken',
  ],
  applies: ({ index }, { holdsKey }) => holdsKey(index),
  *check(service, { model, rootCausesOf }) {
    for (const cause of rootCausesOf(service.index)) {
      const locked = cause.waiters.filter(({ by }) => by === 'key');
      const [first] = locked;
      if (first === undefined) continue;
      const whose =
        locked.length === 1
          ? `the backups of ${model.services[first.service]?.id ?? ''}`
          : `the backups of ${locked.length} services`;
      yield {
        ...rootCauseFailure(
          model,
          { ...cause, waiters: [...locked, ...cause.waiters.filter(({ by }) => by !== 'key')] },
          `${tellLost(model, cause)}, and ${whose} cannot be read without it`,
          'needs it to read its backup',
        ),
        // That their data is gone with the key is the same fault.
        covers: locked.map((waiter) => waiter.service),
        coversIn: 'loss',
      };
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 12h, rpo: 24h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, key: key-store, restore: { to: [hill], rate: 200MB/s } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
  key-store: { kind: tooling, data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 12h, rpo: 24h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, key: key-store, restore: { to: [hill], rate: 200MB/s } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
  key-store: { kind: tooling, data: none, replicas: [{ at: harbour }, { at: hill }] }
`,
});
