import type { PromiseResult } from '../../analysis/promises.js';
import { transferTime } from '../../analysis/transfer-time.js';
import type { Backup, RestoreTest, Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { heldTest } from '../held-test.js';
import type { Failure } from '../judgement.js';
import { isStale } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';
import { tellTransfer } from './tell-transfer.js';
import { transferPath } from '../transfer-path.js';

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

/** A test that took longer than what is declared of the same backup. */
interface SlowTest {
  readonly test: RestoreTest & { readonly took: Seconds };
  readonly declared: Seconds;
  readonly transfer: Seconds;
  readonly excess: Seconds;
}

function slowTest(service: Service, backup: Backup, facts: Facts): SlowTest | undefined {
  const test = heldTest(backup.tested, facts.now);
  const transfer = transferTime(service, backup);
  if (test?.took === undefined || transfer === undefined) return;
  // One that failed, or is too old, is another finding.
  if (test.result === 'failed' || isStale(facts, test.date, facts.maxAge.restoreTest)) return;
  const declared = backup.restore.prepare + transfer + (service.recovery.verify ?? 0);
  const excess = test.took - declared;
  return excess > 0 ? { test: { ...test, took: test.took }, declared, transfer, excess } : undefined;
}

function judge(service: Service, backup: Backup, facts: Facts): Failure | undefined {
  const { model } = facts;
  const slow = slowTest(service, backup, facts);
  if (slow === undefined) return;
  const { test, declared, transfer, excess } = slow;
  // A test is never quite what was declared; it matters where a promise rests on the difference.
  const missed = firstMissed(service, backup, excess, facts);
  if (missed === undefined) return;
  const { promise, asDeclared, measured, target } = missed;
  const verify = service.recovery.verify ?? 0;
  return {
    outcome: 'fail',
    message: `restoring ${service.id} from ${backup.id} took ${formatDuration(test.took)} on ${test.date}, ${formatDuration(declared)} is declared; at that pace it is back ${formatDuration(measured)} after the loss of ${model.domains[promise.worst ?? -1]?.id ?? ''}, its RTO is ${formatDuration(target)}`,
    detail: backup.id,
    magnitude: measured - target,
    spots: [
      {
        at: model.origin(service.index, transferPath(backup)).place,
        label: `declared: ${formatDuration(declared)}`,
      },
      {
        at: model.origin(service.index, ['backups', backup.id, 'tested']).place,
        label: `took ${formatDuration(test.took)}`,
      },
    ],
    because: [
      ...(backup.restore.prepare + verify === 0
        ? []
        : [
            `${formatDuration(declared)} = prepare ${formatDuration(backup.restore.prepare)} + transfer ${formatDuration(transfer)} + verify ${formatDuration(verify)}`,
          ]),
      ...tellTransfer(service, backup, transfer),
      `${formatDuration(asDeclared + excess)} = ${formatDuration(asDeclared)} as declared + ${formatDuration(excess)} that the test took longer`,
      ...(measured < asDeclared + excess ? [`another way back takes ${formatDuration(measured)}`] : []),
    ],
  };
}

interface Missed {
  readonly promise: PromiseResult;
  readonly target: Seconds;
  /** Until it is back, by this restore. */
  readonly asDeclared: Seconds;
  /** Until it is back by whatever is quickest, at the pace of the tests. */
  readonly measured: Seconds;
}

/** The first promise for which this restore is how the service is to come back, in time as declared and too late as measured. */
function firstMissed(service: Service, backup: Backup, excess: Seconds, facts: Facts): Missed | undefined {
  for (const promise of facts.promisesOf(service.index)) {
    const { objective, target, verdict, range } = promise;
    // One that is broken as declared is another finding; of one that is open nobody knows how it comes back.
    if (objective !== 'rto' || target === undefined || verdict === 'broken' || range.best < range.worst) continue;
    if (range.best + excess <= target) continue;
    const derivation = facts.derivationOf(promise);
    // What is waited for may take longer still, and then the restore does not decide.
    if (derivation?.backup?.id !== backup.id || derivation.waitsFor !== undefined) continue;
    const others = derivation.slower.map((other) => {
      const slow = other.backup && slowTest(service, other.backup, facts);
      return other.own + (slow?.excess ?? 0);
    });
    const measured = Math.min(derivation.own + excess, ...others);
    if (measured > target) return { promise, target, asDeclared: derivation.own, measured };
  }
  return undefined;
}
