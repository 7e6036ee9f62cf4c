import type { EntityRef, Model, ServiceIndex } from '../../model/model.js';
import type { Place } from '../../place.js';
import { defineRule, type Rule } from '../rule.js';

export const ownerUnlisted: Rule = defineRule({
  id: 'owner-unlisted',
  group: 'governance',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'An owner who is not in the list of people and teams',
  why: 'A team that was renamed or dissolved still owns services on paper. The call goes to a name nobody answers to, at the moment when somebody must decide.',
  fix: 'Name an owner who is under `contacts`, or add the one who is missing, with a way to reach them that works in an outage.',
  references: [],
  controls: ['NIST SP 800-53 CM-8(4)', 'NYDFS 500.16(a)(2)(ii)', 'BSI C5 BCM-01', 'DORA Art. 5(2)(c)'],
  applies: ({ contacts }) => contacts.length > 0,
  *check(model) {
    const owners = byOwner(model);
    const known = new Set(model.contacts.map(({ id }) => id));
    for (const [owner, owned] of owners) {
      const [first] = owned;
      if (known.has(owner) || first === undefined) continue;
      yield {
        outcome: 'fail',
        message: `${owner} owns ${owned.length === 1 ? first.id : `${owned.length} things`} and is not under \`contacts\``,
        detail: owner,
        spots: [{ at: first.at, label: 'not in the list' }],
        hurts: owned.flatMap(({ service }) => (service === undefined ? [] : [service])),
      };
    }
    const unreached = model.contacts.filter(({ id, reach }) => reach === undefined && owners.has(id));
    if (unreached.length === 0) return;
    const missing = unreached.map(({ index }) => ({ owner: { type: 'contact', index } as const, path: ['reach'] }));
    yield { outcome: 'unknown', missing };
  },
  avoid: `
contacts:
  talk: { reach: +82 2 0000 0000 }
services:
  chat: { owner: talk-server }
`,
  prefer: `
contacts:
  talk: { reach: +82 2 0000 0000 }
services:
  chat: { owner: talk }
`,
});

interface Owned {
  readonly id: string;
  readonly at: Place;
  readonly service?: ServiceIndex;
}

/** What each owner owns; services in order first, then plans and suppliers. */
function byOwner(model: Model): ReadonlyMap<string, readonly Owned[]> {
  const owners = new Map<string, Owned[]>();
  const add = (owner: string | undefined, owned: Owned): void => {
    // That nobody owns it is another finding.
    if (owner !== undefined && owner !== 'none') owners.set(owner, [...(owners.get(owner) ?? []), owned]);
  };
  for (const { index, id, owner } of model.services) {
    add(owner, { id, at: model.origin(index, ['owner']).place, service: index });
  }
  const place = (type: EntityRef['type'], index: number): Place => model.place({ type, index }, ['owner']);
  for (const { index, id, owner } of model.plans) add(owner, { id, at: place('plan', index) });
  for (const { index, id, owner } of model.suppliers) add(owner, { id, at: place('supplier', index) });
  return owners;
}
