import type { DomainIndex, Service } from '../../model/model.js';
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
    const held = placesHeld(service);
    const unplaced = (service.backups ?? []).filter(({ at }) => at === undefined);
    const buildings = new Set(held.map((place) => wallsAround(facts, place)));
    // A backup whose place is unknown is one copy at least, and in a building of its own at best.
    const count = held.length + unplaced.length + (copiesOf(service).length === 0 ? 1 : 0);
    const few = count < copies.of(options);
    const narrow = copiesOf(service).length > 0 && buildings.size + unplaced.length < places.of(options);
    if (!few && !narrow) {
      if (unplaced.length === 0) return;
      const owner = { type: 'service', index: service.index } as const;
      yield { outcome: 'unknown', missing: unplaced.map(({ id }) => ({ owner, path: ['backups', id, 'at'] })) };
      return;
    }
    const [backup] = service.backups ?? [];
    yield {
      outcome: 'fail',
      message: few
        ? `the data of ${service.id} is there ${times(count)}, at least ${copies.of(options)} copies are asked for`
        : `all copies of the data of ${service.id} are in ${buildings.size} building${buildings.size === 1 ? '' : 's'}, at least ${places.of(options)} are asked for`,
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

/** One entry for each copy: of a live one that is stretched over several places, the first. */
function placesHeld(service: Service): readonly DomainIndex[] {
  const live = copiesOf(service).filter(({ replication }) => replication !== 'none');
  return [...live.flatMap(({ at = [] }) => at.slice(0, 1)), ...(service.backups ?? []).flatMap(({ at = [] }) => at)];
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
