import type { Backup, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const backupSameAuthority: Rule = defineRule({
  id: 'backup-same-authority',
  group: 'data',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'Every backup can be deleted by whoever can delete the data',
  why: 'What holds the rights to the live data, a stolen password, a wrong script, a closed subscription, takes the backups along. In May 2024 the cloud provider of UniSuper deleted its whole subscription, in both geographies; what saved it were copies with another provider.',
  fix: 'Keep one backup in an account of its own, with other administrators, or make it `immutable` or `offline`.',
  references: [
    {
      title: 'Google Cloud, details of the UniSuper incident (2024)',
      url: 'https://cloud.google.com/blog/products/infrastructure/details-of-google-cloud-gcve-incident',
    },
  ],
  controls: [
    'DORA Art. 12(3)',
    'NIST SP 800-53 CP-9(7)',
    'NIST SP 800-53 CP-10(6)',
    'CIS Controls 11.3',
    'Commission Implementing Regulation (EU) 2024/2690 Annex 4.2.2(c)',
  ],
  supersedes: ['backup-mutable'],
  applies: ({ stateful, kind, backups = [] }, { model }) =>
    stateful && kind !== 'external' && backups.length > 0 && model.domains.some((domain) => domain.kind === 'account'),
  *check(service, facts) {
    const { model, accountsOf } = facts;
    const backups = service.backups ?? [];
    if (backups.some(({ immutable, offline }) => immutable === true || offline === true)) return;
    const owner = { type: 'service', index: service.index } as const;
    const judged = backups.map((backup) => ({ backup, ...accountsOf(service, backup) }));
    if (judged.some(({ own, theirs }) => own.size > 0 && theirs.size > 0 && !meet(own, theirs))) return;
    const open = judged.filter(({ own, theirs }) => !meet(own, theirs));
    if (open.length > 0) {
      yield {
        outcome: 'unknown',
        missing: open.map(({ backup, theirs }) => ({
          owner,
          path: theirs.size === 0 ? ['backups', backup.id, 'failsWith'] : ['failsWith'],
        })),
      };
      return;
    }
    const [first] = judged;
    const silent = backups.some(({ immutable }) => immutable === undefined);
    const shared = [...(first?.theirs ?? [])].find((account) => first?.own.has(account) === true);
    const account = model.domains[shared ?? -1]?.id ?? '';
    yield {
      outcome: 'fail',
      message: `${service.id} and every backup of it stand in one account, ${account}, and ${silent ? 'nothing says that one' : 'none'} is immutable or offline`,
      detail: account,
      spots: [
        { at: backupPlace(service, first?.backup, facts), label: `in ${account} too` },
        { at: model.place({ type: 'domain', index: shared ?? 0 }), label: 'who may delete here may delete both' },
      ],
    };
  },
  avoid: `
domains:
  production: { kind: account }
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour, failsWith: [production] }]
    backups:
      nightly: { at: [hill], every: 24h, immutable: false, failsWith: [production] }
`,
  prefer: `
domains:
  production: { kind: account }
  vault: { kind: account }
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    replicas: [{ at: harbour, failsWith: [production] }]
    backups:
      nightly: { at: [hill], every: 24h, immutable: false, failsWith: [vault] }
`,
});

function meet(own: ReadonlySet<number>, theirs: ReadonlySet<number>): boolean {
  return [...theirs].some((account) => own.has(account));
}

function backupPlace(
  { index }: Service,
  backup: Backup | undefined,
  { model }: Facts,
): ReturnType<Facts['model']['place']> {
  return model.origin(index, ['backups', backup?.id ?? '', 'failsWith']).place;
}
