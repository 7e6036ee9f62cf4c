import type { PromiseResult } from '../../analysis/promises.js';
import type { Measurement } from '../../analysis/proof.js';
import type { DomainIndex, ServiceIndex } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const drillSlowerThanDependents: Rule = defineRule({
  id: 'drill-slower-than-dependents',
  group: 'evidence',
  on: 'service',
  severity: 'high',
  byTier: false,
  summary: 'A service that was back in a drill later than those promise that cannot run without it',
  why: 'What nobody promises anything about is no failure in a drill, however long it takes: the queue was back after fifty minutes, and that was noted. The shop that stands on it was not measured, promises thirty, and has just been shown that it cannot keep them.',
  fix: 'Find the step that took the time and repeat the drill, measuring those as well; or promise for them what the service they need can keep, or let them run without it (`soft`, or `anyOf` with a second one).',
  references: [],
  controls: ['NIST SP 800-53 CP-4', 'DORA Art. 12(6)', 'APRA CPS 230 43', 'MAS FSM-N05'],
  applies: ({ index }, { drillsMeasuring }) =>
    drillsMeasuring(index).some(({ measured }) => measured.get(index)?.rto !== undefined),
  *check(service, facts) {
    const { model } = facts;
    const missed = needing(service.index, facts).flatMap((index) =>
      facts.promisesOf(index).flatMap((promise) => missedFor(service.index, promise, facts)),
    );
    const [first, ...others] = missed.toSorted(
      (a, b) => b.drill.index - a.drill.index || (a.promise.target ?? 0) - (b.promise.target ?? 0),
    );
    if (first === undefined) return;
    const { drill, value, promise, lost } = first;
    const target = formatDuration(promise.target ?? 0);
    const id = model.services[promise.service]?.id ?? '';
    const hurt = new Set([first, ...others].map((one) => one.promise.service));
    yield {
      outcome: 'fail',
      message: `without ${model.domains[lost]?.id ?? ''} on ${drill.date}, ${service.id} took ${formatDuration(value)} to come back; ${id}${hurt.size === 1 ? '' : ` and ${hurt.size - 1} more`}, which cannot run without it, ${hurt.size === 1 ? 'promises' : 'promise less:'} ${target}`,
      spots: [
        {
          at: model.place({ type: 'drill', index: drill.index }, ['measured', service.id, 'rto']),
          label: `measured ${formatDuration(value)}`,
        },
        {
          at: model.origin(promise.service, ['objectives', 'survive', promise.kind, 'rto']).place,
          label: `${id}: RTO ${target}`,
        },
      ],
      hurts: [...hurt],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
defaults: { recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] } }
services:
  shop:
    objectives: { rto: 30m }
    data: none
    dependsOn: { queue: hard }
    replicas: [{ at: harbour }, { at: hill }]
  queue:
    kind: tooling
    data: none
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, startup: 10m }]
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { queue: { rto: 50m } } }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
defaults: { recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] } }
services:
  shop:
    objectives: { rto: 30m }
    data: none
    dependsOn: { queue: hard }
    replicas: [{ at: harbour }, { at: hill }]
  queue:
    kind: tooling
    data: none
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, startup: 10m }]
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { queue: { rto: 20m } } }
`,
});

/** Those that cannot run without it, at once or through others; not by way of an `anyOf`, of which another one may have done. */
function needing(service: ServiceIndex, { dependents }: Facts): readonly ServiceIndex[] {
  const found = new Set([service]);
  for (const one of found) {
    for (const { service: index, dependency } of dependents(one)) {
      if (dependency.kind === 'hard' && dependency.anyOf.every((member) => member === one)) found.add(index);
    }
  }
  return [...found].slice(1);
}

interface Missed extends Measurement {
  readonly promise: PromiseResult;
  readonly lost: DomainIndex;
}

/** What was measured of the service in the very loss of a domain that the promise is about, and is more than it allows. */
function missedFor(service: ServiceIndex, promise: PromiseResult, facts: Facts): readonly Missed[] {
  const { model, drillsMeasuring, measurementOf } = facts;
  const { objective, target, kind, verdict } = promise;
  const own = model.services[service]?.objectives.survive.find((one) => one.kind === kind)?.rto;
  // One that is broken as declared is told of, and so is one that was measured itself.
  if (objective !== 'rto' || target === undefined || verdict === 'broken') return [];
  // That the service itself promises to be slower is told without a drill.
  if (own !== undefined && own > target) return [];
  const drilled = drillsMeasuring(service)
    .filter(({ measured }) => measured.get(service)?.rto !== undefined)
    .flatMap(({ lose }) => lose.domains)
    .filter((domain) => model.domains[domain]?.kind === kind);
  return [...new Set(drilled)].flatMap((lost): readonly Missed[] => {
    const theirs = measurementOf({ ...promise, service, worst: lost }, 'own');
    const since = measurementOf({ ...promise, worst: lost }, 'own');
    if (theirs?.standing !== 'current' || theirs.value <= target) return [];
    return since !== undefined && since.drill.index >= theirs.drill.index ? [] : [{ ...theirs, promise, lost }];
  });
}
