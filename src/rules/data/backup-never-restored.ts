import type { Backup, RestoreTest, Service } from '../../model/model.js';
import { daysBetween } from '../../units/date.js';
import type { Facts } from '../facts.js';
import type { Failure } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';

const day = 86_400;

export const backupNeverRestored: Rule = defineRule({
  id: 'backup-never-restored',
  group: 'data',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'Backups that nobody has restored, not for a long time, or without success',
  why: 'A backup is known to be good on the day it is restored, and not before. In January 2017 GitLab found out during the outage that its backups had been failing: the job wrote nothing, and the mails that said so were rejected.',
  fix: 'Restore it to an empty machine, check the data, time it, and record that under `tested`. Repeat it within `maxAge.restoreTest`.',
  references: [
    {
      title: 'GitLab, postmortem of database outage of January 31, 2017',
      url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
    },
  ],
  controls: [
    'NIST SP 800-53 CP-9(1)',
    'CIS Controls 11.5',
    'BSI C5 OPS-08',
    'NYDFS 500.16(d)(2)',
    'DORA Art. 12(2)',
    'Delegated Regulation (EU) 2024/1774 Art. 40(1)',
    'RBI 29(e)',
  ],
  applies: ({ kind, backups = [] }) => kind !== 'external' && backups.length > 0,
  *check(service, facts) {
    const [latest] = testsOf(service, facts.now).toSorted((a, b) => (a.test.date < b.test.date ? 1 : -1));
    const failure = latest === undefined ? untested(service, facts) : badTest(service, latest, facts);
    if (failure !== undefined) yield failure;
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour }]
    backups:
      nightly: { at: [hill], every: 24h, tested: never }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour }]
    backups:
      nightly: { at: [hill], every: 24h, tested: { date: 2026-04-20, took: 2h, result: passed } }
`,
});

interface Tested {
  readonly backup: Backup;
  readonly test: RestoreTest;
}

/** A test in the future has not been held. */
function testsOf({ backups = [] }: Service, now: string): readonly Tested[] {
  return backups.flatMap((backup) => {
    const { tested } = backup;
    return tested === undefined || tested === 'never' || tested.date > now ? [] : [{ backup, test: tested }];
  });
}

function untested({ id, index, backups = [] }: Service, { model }: Facts): Failure {
  const silent = backups.find(({ tested }) => tested !== 'never');
  const [first] = backups;
  return {
    outcome: 'fail',
    // Silence is not a statement: it may only be missing from the inventory.
    severity: silent === undefined ? 'medium' : 'low',
    message:
      silent === undefined
        ? `no backup of ${id} has ever been restored`
        : `nothing says that a backup of ${id} has ever been restored`,
    spots: [
      {
        at: model.origin(index, ['backups', (silent ?? first)?.id ?? '', ...(silent === undefined ? ['tested'] : [])])
          .place,
        label: silent === undefined ? 'never restored' : 'no `tested` here',
      },
    ],
  };
}

function badTest({ id, index }: Service, { backup, test }: Tested, { model, now, maxAge }: Facts): Failure | undefined {
  const at = model.origin(index, ['backups', backup.id, 'tested']).place;
  if (test.result === 'failed' || test.result === 'partial') {
    const how = test.result === 'failed' ? 'failed' : 'was only partly a success';
    return {
      outcome: 'fail',
      severity: test.result === 'failed' ? 'high' : 'medium',
      message: `the last restore of ${id} (${test.date}) ${how}, and none has passed since`,
      spots: [{ at, label: test.result }],
    };
  }
  const age = daysBetween(test.date, now);
  const limit = Math.floor(maxAge.restoreTest / day);
  if (age <= limit) return undefined;
  return {
    outcome: 'fail',
    message: `the last restore of ${id} was ${age} days ago (${test.date}), at most ${limit} are allowed`,
    spots: [{ at, label: `${age} days ago` }],
  };
}
