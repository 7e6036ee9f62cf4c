import type { Severity } from '../../finding.js';
import type { Backup, Service } from '../../model/model.js';
import { daysBetween } from '../../units/date.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { lateness } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

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
    const judged = (service.backups ?? []).map((backup) => judge(service, backup, facts));
    const [worst, ...others] = judged
      .filter((one) => one !== undefined)
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
    if (worst === undefined) return;
    // One that is known to be good is a way back, whatever the others are.
    const severity = severities[worst.state][judged.includes(undefined) ? 1 : 0];
    yield {
      outcome: 'fail',
      severity,
      ...worst.mark,
      message: tellAll(service, worst, others),
      spots: [worst.spot, ...others.slice(0, 2).map(({ spot }) => spot)],
      because: others.length === 0 ? [] : [worst, ...others].map(({ told }) => told),
    };
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

type State = 'failed' | 'partial' | 'never' | 'stale' | 'silent';

const order: readonly State[] = ['failed', 'never', 'partial', 'stale', 'silent'];

/** Where no backup of the service is known to be good, and where another one is. */
const severities: Readonly<Record<State, readonly [Severity, Severity]>> = {
  // Known to be bad, and somebody may reach for it first.
  failed: ['high', 'high'],
  never: ['medium', 'low'],
  partial: ['medium', 'low'],
  stale: ['medium', 'low'],
  // Silence is not a statement: it may only be missing from the inventory.
  silent: ['low', 'info'],
};

/** What is wrong with one backup. */
interface Judged {
  readonly state: State;
  readonly backup: string;
  /** A whole sentence about this backup alone. */
  readonly told: string;
  readonly spot: Spot;
  readonly mark: { readonly inGrace?: true };
}

/** What is wrong with the latest test of one backup; undefined: nothing. */
function judge({ id, index, backups = [] }: Service, { id: name, tested }: Backup, facts: Facts): Judged | undefined {
  const { model, now, maxAge } = facts;
  const at = model.origin(index, ['backups', name, 'tested']).place;
  const from = backups.length === 1 ? '' : ` from ${name}`;
  const bad = (state: State, told: string, label: string, where: Spot['at'] = at): Judged => ({
    state,
    backup: name,
    told,
    spot: { at: where, label },
    mark: {},
  });
  if (tested === 'never') return bad('never', `${id} has never been restored${from}`, 'never restored');
  const silence = `nothing says that ${id} has ever been restored${from}`;
  if (tested === undefined)
    return bad('silent', silence, 'no `tested` here', model.origin(index, ['backups', name]).place);
  // A test in the future has not been held.
  if (tested.date > now) return bad('silent', silence, `${tested.date} lies in the future, today is ${now}`);
  const { date, result } = tested;
  if (result === 'failed') return bad('failed', `the last restore of ${id}${from} (${date}) failed`, result);
  if (result === 'partial')
    return bad('partial', `the last restore of ${id}${from} (${date}) was only partly a success`, result);
  const late = lateness(date, facts, maxAge.restoreTest);
  if (late === undefined) return undefined;
  const days = daysBetween(date, now);
  return {
    ...bad(
      'stale',
      `the last restore of ${id}${from} was ${days} days ago (${date}), ${late.told}`,
      `${days} days ago`,
    ),
    mark: late.mark,
  };
}

function tellAll({ id, backups = [] }: Service, worst: Judged, others: readonly Judged[]): string {
  const all = others.length + 1 === backups.length;
  const same = others.every(({ state }) => state === worst.state);
  if (all && same && worst.state === 'never') return `no backup of ${id} has ever been restored`;
  if (all && same && worst.state === 'silent') return `nothing says that a backup of ${id} has ever been restored`;
  const [other] = others;
  if (other === undefined) return worst.told;
  return `${worst.told}; nor ${others.length === 1 ? `is ${other.backup}` : `are ${others.length} others`} known to be good`;
}
