import type { Backup, Replica, Service } from '../../model/model.js';
import type { OpenField } from '../judgement.js';
import { countKind } from '../option-kinds.js';
import { copiesOf } from '../placement/copies.js';
import { wallsAround } from '../placement/walls.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const copies = defineOption(countKind(1, 100), {
  name: 'copies',
  summary: 'copies of the data there have to be at least, the live ones counted',
  default: 3,
  example: 3,
  source: 'guidance',
  basis: 'the 3 of the 3-2-1-1-0 rule of thumb; FedRAMP asks for as many',
});

const places = defineOption(countKind(1, 100), {
  name: 'places',
  summary: 'buildings in which these have to be at least',
  default: 2,
  example: 3,
  source: 'guidance',
  basis: 'the 1 copy off-site of the 3-2-1-1-0 rule of thumb',
});

export const backupCopiesFew: Rule = defineRule({
  id: 'backup-copies-few',
  group: 'data',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'Fewer copies of the data, or in fewer buildings, than bad luck calls for',
  why: 'With two copies, one event and one unreadable disk are enough. Three copies, two of them elsewhere, is what people who restore for a living have settled on.',
  fix: 'Add a place to `at` of a backup, or a second backup elsewhere.',
  references: [],
  controls: ['3-2-1-1-0', 'FedRAMP CP-9', 'NIST SP 800-53 CP-9(3)'],
  options: [copies, places],
  applies: ({ stateful, kind, backups = [] }) => stateful && kind !== 'external' && backups.length > 0,
  *check(service, facts, options) {
    const { model } = facts;
    const live = copiesOf(service).filter(({ replication }) => replication !== 'none');
    const kept = service.backups ?? [];
    const open = unplaced(service, live, kept);
    const buildings = new Set(
      [...live, ...kept].flatMap(({ at = [] }) => at.map((place) => wallsAround(facts, place))),
    );
    // One whose place is unknown is one copy at least, and in a building of its own at best; one that is stretched over several places is one.
    const count =
      (copiesOf(service).length === 0 ? 1 : live.length) + kept.reduce((sum, { at }) => sum + (at?.length ?? 1), 0);
    const most = buildings.size + open.length;
    const few = count < copies.of(options);
    const narrow = copiesOf(service).length > 0 && most < places.of(options);
    if (!few && !narrow) {
      if (open.length > 0) yield { outcome: 'unknown', missing: open };
      return;
    }
    const [backup] = service.backups ?? [];
    yield {
      outcome: 'fail',
      message: few
        ? `the data of ${service.id} is there ${times(count)}, at least ${copies.of(options)} copies are asked for`
        : `all copies of the data of ${service.id} are in ${most} building${most === 1 ? '' : 's'}${open.length === 0 ? '' : ' at most'}, at least ${places.of(options)} are asked for`,
      spots: [{ at: model.origin(service.index, ['backups', backup?.id ?? '', 'at']).place, label: 'the backup' }],
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
      nightly: { at: [hill], every: 24h }
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
      nightly: { at: [harbour, hill], every: 24h }
`,
});

/** The copies that do not say where they are. */
function unplaced({ index }: Service, live: readonly Replica[], kept: readonly Backup[]): readonly OpenField[] {
  const owner = { type: 'service', index } as const;
  return [
    ...live.flatMap(({ at, position }) => (at === undefined ? [{ owner, path: ['replicas', position, 'at'] }] : [])),
    ...kept.flatMap(({ id, at }) => (at === undefined ? [{ owner, path: ['backups', id, 'at'] }] : [])),
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
