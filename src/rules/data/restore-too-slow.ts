import { tellMisses, tellOthers } from '../../narrative/tell-miss.js';
import { formatDuration } from '../../units/duration.js';
import { magnitudeOf, shortfallOf, targetSpot } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';
import { tellTransfer } from './tell-transfer.js';
import { transferPath } from '../transfer-path.js';

export const restoreTooSlow: Rule = defineRule({
  id: 'restore-too-slow',
  group: 'data',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A restore that takes longer than the RTO, where it is the way back',
  why: 'Restoring is copying, and copying takes the size of the data divided by the rate, however good the backup is. In January 2017 GitLab copied its database back for most of a day, because the disks it came from gave only 60 Mbit/s.',
  fix: 'Restore faster or less (parallel streams, a disk near the target, smaller shards), keep a warm copy elsewhere, or promise a longer RTO.',
  references: [
    {
      title: 'GitLab, postmortem of database outage of January 31, 2017',
      url: 'https://about.gitlab.com/blog/2017/02/10/postmortem-of-database-outage-of-january-31/',
    },
  ],
  controls: ['NIST SP 800-53 CP-6(2)', 'NIST SP 800-53 CP-10(4)', 'BSI C5 OPS-08', 'MAS FSM-N05'],
  supersedes: ['rto-broken', 'drill-missed-objective'],
  applies: (service, { promisesOf }) =>
    (service.backups ?? []).length > 0 &&
    promisesOf(service.index).some(({ objective, target }) => objective === 'rto' && target !== undefined),
  *check(service, facts) {
    const shortfall = shortfallOf(facts, service.index, 'rto');
    if (shortfall?.own !== true) return;
    const { main, others } = shortfall;
    const { derivation, answer } = main.culprit;
    const target = main.promise.target ?? 0;
    const transfer = derivation.terms.find(({ phase }) => phase === 'transfer')?.seconds;
    const steps = derivation.terms.reduce((sum, { phase, seconds }) => (phase === 'wait-for' ? sum : sum + seconds), 0);
    // Where what is waited for is the reason, that is another finding.
    const { backup } = derivation;
    if (backup === undefined || transfer === undefined || steps <= target) return;
    const rest = tellOthers(facts.model, others, 'waits for');
    yield {
      outcome: 'fail',
      message: `restoring ${service.id} takes ${formatDuration(answer)}, its RTO is ${formatDuration(target)}${rest === '' ? '' : `; ${rest}`}`,
      loss: main.domain,
      spots: [
        {
          at: facts.model.origin(service.index, transferPath(backup)).place,
          label: `transfer ${formatDuration(transfer)}`,
        },
        targetSpot(facts, main, `RTO ${formatDuration(target)}`),
        { at: facts.model.place({ type: 'domain', index: main.domain }), label: 'lost' },
      ],
      hurts: others.map(({ promise }) => promise.service),
      magnitude: magnitudeOf(shortfall),
      because: [...tellMisses(facts.model, main, others), ...tellTransfer(service, backup, transfer)],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 4h, rpo: 24h }
    data: { size: 40TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 200MB/s } }
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
    data: { size: 40TB }
    replicas: [{ at: harbour, role: primary }]
    backups:
      nightly: { at: [hill], every: 12h, restore: { to: [hill], rate: 4GB/s } }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
});
