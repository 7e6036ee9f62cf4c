import { defineRule, type Rule } from '../rule.js';

export const backupMissing: Rule = defineRule({
  id: 'backup-missing',
  group: 'data',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A service with data and no backup',
  why: 'A replica repeats every mistake at once: a wrong delete, a bad release or an intruder reaches all live copies in seconds. GitLab lost six hours of its database in 2017 with a replica running. Only a copy that stands still in time helps then.',
  fix: 'Declare the backups under `backups`, with `at`, `every` and `restore`; or say `data: none` if nothing in it would be missed.',
  references: [
    {
      title: 'GitLab, postmortem of database outage of January 31, 2017',
      url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
    },
  ],
  controls: ['NIST SP 800-53 CP-9', 'ISO/IEC 27001:2022 A.8.13', 'DORA Art. 12(1)(a)', 'CIS Controls 11.2'],
  applies: ({ stateful, kind }) => stateful && kind !== 'external',
  *check(service, { model }) {
    if (service.backups !== undefined && service.backups.length > 0) return;
    const stated = service.backups !== undefined;
    const place = stated
      ? model.origin(service.index, ['backups']).place
      : model.place({ type: 'service', index: service.index });
    yield {
      outcome: 'fail',
      // Silence is not a statement: it may only be missing from the inventory.
      severity: stated ? 'high' : 'medium',
      message: stated
        ? `${service.id} holds data and is not backed up`
        : `${service.id} holds data, and nothing is said about its backups`,
      spots: [{ at: place, label: stated ? 'no backup, stated' : 'no `backups` here' }],
    };
  },
  avoid: `
services:
  ledger:
    kind: datastore
    backups: none
`,
  prefer: `
locations:
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 200MB/s } }
`,
});
