import { defineRule, type Rule } from '../rule.js';

export const backupMutable: Rule = defineRule({
  id: 'backup-mutable',
  group: 'data',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'No backup that cannot be changed or deleted before its time',
  why: 'Whoever breaks in to encrypt the data looks for the backups first. A copy that nobody can change within its retention, or that no cable leads to, is the one that is left.',
  fix: 'Keep one copy under a retention lock (`immutable: true`) or off every network (`offline: true`).',
  references: [{ title: 'CISA, StopRansomware Guide', url: 'https://www.cisa.gov/stopransomware/ransomware-guide' }],
  controls: ['CIS Controls 11.4', 'Essential Eight ML3', 'NYDFS 500.16(e)', 'SOC 2 A1.2'],
  applies: ({ stateful, kind, backups = [] }) => stateful && kind !== 'external' && backups.length > 0,
  *check(service, { model }) {
    const backups = service.backups ?? [];
    if (backups.some(({ immutable, offline }) => immutable === true || offline === true)) return;
    const silent = backups.filter(({ immutable }) => immutable === undefined);
    if (silent.length > 0) {
      const owner = { type: 'service', index: service.index } as const;
      yield { outcome: 'unknown', missing: silent.map(({ id }) => ({ owner, path: ['backups', id, 'immutable'] })) };
      return;
    }
    yield {
      outcome: 'fail',
      message: `every backup of ${service.id} can be changed or deleted while it is kept`,
      spots: [
        {
          at: model.origin(service.index, ['backups', backups[0]?.id ?? '', 'immutable']).place,
          label: 'neither immutable nor offline',
        },
      ],
    };
  },
  avoid: `
locations:
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    backups:
      nightly: { at: [hill], every: 24h, immutable: false }
`,
  prefer: `
locations:
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    backups:
      nightly: { at: [hill], every: 24h, retention: 30d, immutable: true }
`,
});
