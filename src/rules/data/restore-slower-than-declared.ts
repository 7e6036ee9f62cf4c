import type { PromiseResult } from '../../analysis/promises.js';
import type { Backup, Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import { formatRate } from '../../units/rate.js';
import { formatSize } from '../../units/size.js';
import type { Facts } from '../facts.js';
import { heldTest } from '../held-test.js';
import type { Failure } from '../judgement.js';
import { isStale } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const restoreSlowerThanDeclared: Rule = defineRule({
  id: 'restore-slower-than-declared',
  group: 'data',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A restore that took so much longer when it was tested than is declared that the RTO does not hold',
  why: 'A rate in a file is what the disks can do; a test is what they did. GitLab knew in January 2017 that it had a copy, and learnt in the outage that copying it back took most of a day.',
  fix: 'Write what was measured under `restore` (`time`, or the `rate` that comes of it) and see which promises still hold; or find what made it slow, change it, and test again.',
  references: [
    {
      title: 'GitLab, postmortem of database outage of January 31, 2017',
      url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
    },
  ],
  controls: ['NIST SP 800-53 CP-10(4)', 'DORA Art. 12(6)', 'BSI C5 OPS-08', 'MAS FSM-N05'],
  applies: ({ kind, backups = [] }, { now }) =>
    kind !== 'external' && backups.some(({ tested }) => heldTest(tested, now)?.took !== undefined),
  *check(service, facts) {
    for (const backup of service.backups ?? []) {
      const failure = judge(service, backup, facts);
      if (failure !== undefined) yield failure;
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 4h, rpo: 24h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 200MB/s }, tested: { date: 2026-04-20, took: 9h, result: passed } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 4h, rpo: 24h }
    data: { size: 1TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 200MB/s }, tested: { date: 2026-04-20, took: 1h40m, result: passed } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
});

function judge(service: Service, backup: Backup, facts: Facts): Failure | undefined {
  const { model, now, maxAge } = facts;
  const test = heldTest(backup.tested, now);
  const transfer = transferOf(service, backup);
  // One that failed, or is too old, is another finding.
  if (test?.took === undefined || test.result === 'failed' || isStale(facts, test.date, maxAge.restoreTest)) return;
  if (transfer === undefined) return;
  const { time, rate, prepare } = backup.restore;
  const declared = prepare + transfer + (service.recovery.verify ?? 0);
  const excess = test.took - declared;
  if (excess <= 0) return;
  // A test is never quite what was declared; it matters where a promise rests on the difference.
  const missed = facts.promisesOf(service.index).find((promise) => isMissedBy(promise, excess, transfer, facts));
  if (missed?.target === undefined) return;
  const measured = missed.range.best + excess;
  const size = service.data === 'none' ? undefined : service.data?.size;
  const arithmetic =
    time !== undefined || rate === undefined || size === undefined
      ? []
      : [`transfer ${formatDuration(transfer)} = ${formatSize(size)} / ${formatRate(rate)}`];
  const field = time === undefined ? 'rate' : 'time';
  return {
    outcome: 'fail',
    message: `restoring ${service.id} from ${backup.id} took ${formatDuration(test.took)} on ${test.date}, ${formatDuration(declared)} is declared; at that pace it is back ${formatDuration(measured)} after the loss of ${model.domains[missed.worst ?? -1]?.id ?? ''}, its RTO is ${formatDuration(missed.target)}`,
    detail: backup.id,
    magnitude: measured - missed.target,
    spots: [
      {
        at: model.origin(service.index, ['backups', backup.id, 'restore', field]).place,
        label: `declared: ${formatDuration(declared)}`,
      },
      {
        at: model.origin(service.index, ['backups', backup.id, 'tested']).place,
        label: `took ${formatDuration(test.took)}`,
      },
    ],
    because: [
      ...(prepare + (service.recovery.verify ?? 0) === 0
        ? []
        : [
            `${formatDuration(declared)} = prepare ${formatDuration(prepare)} + transfer ${formatDuration(transfer)} + verify ${formatDuration(service.recovery.verify ?? 0)}`,
          ]),
      ...arithmetic,
      `${formatDuration(measured)} = ${formatDuration(missed.range.best)} as declared + ${formatDuration(excess)} that the test took longer`,
    ],
  };
}

/** Whether this restore is how the service is to come back, in time as declared and too late as measured. */
function isMissedBy(promise: PromiseResult, excess: Seconds, transfer: Seconds, { derivationOf }: Facts): boolean {
  const { objective, target, verdict, range } = promise;
  // One that is broken as declared is another finding.
  if (objective !== 'rto' || target === undefined || verdict === 'broken' || range.best + excess <= target)
    return false;
  const derivation = derivationOf(promise);
  return (
    derivation?.via === 'restore' &&
    // What is waited for may take longer still, and then the restore does not decide.
    derivation.waitsFor === undefined &&
    derivation.terms.some(({ phase, seconds }) => phase === 'transfer' && seconds === transfer)
  );
}

function transferOf({ data }: Service, { restore: { time, rate } }: Backup): Seconds | undefined {
  if (time !== undefined) return time;
  const size = data === 'none' ? undefined : data?.size;
  return rate === undefined || size === undefined ? undefined : size / rate;
}
