import { withArticle } from '../../narrative/with-article.js';
import type { Change } from '../../drills/changes-since.js';
import type { Model, ServiceIndex } from '../../model/model.js';
import type { Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';

export const drillOutdatedByChange: Rule = defineRule({
  id: 'drill-outdated-by-change',
  group: 'evidence',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'What would recover today is not what the latest drill tested',
  why: 'A drill proves what there was on its day. A new dependency, a standby that moved, a step that became manual: each was harmless on the day it was changed, and is found out in the outage by those who trusted the report of the last drill.',
  fix: 'Repeat the drill and record it with `firebreak drills record`, which takes the new digests.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-4',
    'ISO 22301:2019 8.5',
    'ISO/IEC 27001:2022 A.5.30',
    'DORA Art. 11(6)(a)',
    'MAS FSM-N05',
  ],
  applies: ({ index }, { drills, promisesOf, measurementOf }) =>
    drills.some(({ digests }) => digests.has(index)) &&
    promisesOf(index).some((promise) => promise.target !== undefined && measurementOf(promise) !== undefined),
  *check({ index, id }, { model, outdatedProofOf, outdatedBecauseOf }) {
    const proof = outdatedProofOf(index);
    if (proof === undefined || proof.causes.length > 0) return;
    const { drill, changes, promise } = proof;
    const lost = model.domains[promise.worst ?? -1]?.id ?? withArticle(promise.kind);
    yield {
      outcome: 'fail',
      message: `the drill of ${drill.date} measured ${id} without ${lost}; ${tellChanges(model, index, changes)} changed since, so it proves nothing for today`,
      spots: [
        { at: model.place({ type: 'drill', index: drill.index }, ['digests', id]), label: 'another one today' },
        ...changedSpots(model, changes),
      ],
      hurts: outdatedBecauseOf(index),
      because: changes.length < 2 ? [] : changes.map((change) => `${tellChange(model, index, change)} changed`),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - date: 2026-04-02
    lose: [harbour]
    measured: { orders: { rto: 22m, rpo: 0s } }
    digests: { orders: v1:0a1b2c3d-4e5f6071-8293a4b5 }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - date: 2026-04-02
    lose: [harbour]
    measured: { orders: { rto: 22m, rpo: 0s } }
    digests: { orders: v1:7b3f2631-b19cb530-e3b0c442 }
`,
});

/** The first and how many more; each has a line of its own in the chain of reasoning. */
function tellChanges(model: Model, subject: ServiceIndex, changes: readonly Change[]): string {
  const [first] = changes;
  if (first === undefined) return 'something';
  const more = changes.length - 1;
  const told = tellChange(model, subject, first);
  return more === 0 ? told : `${told} and ${more === 1 ? 'one thing' : `${more} things`} more`;
}

function tellChange({ services }: Model, subject: ServiceIndex, { service, part }: Change): string {
  const id = services[service]?.id ?? '';
  if (part === 'places') return service === subject ? 'a place behind it' : `a place behind ${id}`;
  if (part === 'needs') return 'something that it needs';
  return service === subject ? 'its own recovery' : `the recovery of ${id}`;
}

function changedSpots(model: Model, changes: readonly Change[]): readonly Spot[] {
  const named = [...new Set(changes.flatMap(({ service, part }) => (part === 'needs' ? [] : [service])))];
  return named.slice(0, 3).map((index) => ({ at: model.place({ type: 'service', index }), label: 'changed since' }));
}
