import { formatDuration } from '../../units/duration.js';
import { durationKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const minimum = defineOption(durationKind, {
  name: 'minimum',
  summary: 'how long some backup has to be kept at least',
  default: '7d',
  example: '30d',
  source: 'tool default',
  basis: 'a wrong delete before a long weekend is noticed after it',
});

export const backupRetentionShort: Rule = defineRule({
  id: 'backup-retention-short',
  group: 'data',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'Backups that are overwritten before a mistake would be noticed',
  why: 'A backup that is kept for a day repeats a mistake a day after the replica did. What is noticed on Monday happened on Friday, and an intruder may have been there for weeks.',
  fix: 'Keep some copies longer than it takes to notice that data is wrong: a few daily ones, and monthly ones behind them.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-9',
    'Commission Implementing Regulation (EU) 2024/2690 Annex 4.2.2(f)',
    'BSI C5 OPS-06',
  ],
  options: [minimum],
  applies: ({ stateful, kind, backups = [] }) => stateful && kind !== 'external' && backups.length > 0,
  *check(service, { model }, options) {
    const backups = service.backups ?? [];
    const asked = minimum.of(options);
    if (backups.some(({ retention = 0 }) => retention >= asked)) return;
    const silent = backups.filter(({ retention }) => retention === undefined);
    if (silent.length > 0) {
      const owner = { type: 'service', index: service.index } as const;
      yield { outcome: 'unknown', missing: silent.map(({ id }) => ({ owner, path: ['backups', id, 'retention'] })) };
      return;
    }
    const [longest] = backups.toSorted((a, b) => (b.retention ?? 0) - (a.retention ?? 0));
    const kept = formatDuration(longest?.retention ?? 0);
    yield {
      outcome: 'fail',
      message: `no backup of ${service.id} is kept longer than ${kept}, at least ${formatDuration(asked)} is asked for`,
      spots: [
        { at: model.origin(service.index, ['backups', longest?.id ?? '', 'retention']).place, label: `kept ${kept}` },
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
      hourly: { at: [hill], every: 1h, retention: 24h }
`,
  prefer: `
locations:
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    backups:
      hourly: { at: [hill], every: 1h, retention: 24h }
      nightly: { at: [hill], every: 24h, retention: 30d }
`,
});
