import type { Drill, FailureDomain } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { wordKind } from '../option-kinds.js';
import { isStale } from '../overdue.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { restingOn } from './resting-on.js';

const depths = ['tabletop', 'functional', 'switchover', 'full'] as const;

const least = defineOption(wordKind(depths), {
  name: 'least',
  summary: 'how real a drill has to be at least: tabletop, functional, switchover or full',
  default: 'functional',
  example: 'switchover',
  source: 'tool default',
  basis: 'talking about a loss takes nothing away, so it proves nothing about the machines',
});

export const drillTooShallow: Rule = defineRule({
  id: 'drill-too-shallow',
  group: 'evidence',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'Drills that only talked about the loss, or stopped short of what has to be proven',
  why: 'Around a table every script works and every password is known. What fails on the day is what nobody could have said: the login that needs the lost site, the standby that is a version behind.',
  fix: 'Take it away for real, first for an hour, then for a working day, and record the drill with its `kind`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-4(2)',
    'FedRAMP CP-4',
    'Delegated Regulation (EU) 2024/1774 Art. 25(2)(c)',
    'RBI 29(c)',
    'ISMS-P 2.12.2',
  ],
  options: [least],
  applies: (domain, facts) => restingOn(facts, domain.index).length > 0 && recent(domain, facts).length > 0,
  *check(domain, facts, options) {
    const { model } = facts;
    const drills = recent(domain, facts);
    const asked = depths.indexOf(least.of(options));
    const known = drills.flatMap((drill) => {
      const depth = depthOf(drill);
      return depth === undefined ? [] : [{ drill, depth }];
    });
    if (known.some(({ depth }) => depth >= asked)) return;
    const silent = drills.filter((drill) => depthOf(drill) === undefined);
    if (silent.length > 0) {
      const missing = silent.map(({ index }) => ({ owner: { type: 'drill', index } as const, path: ['kind'] }));
      yield { outcome: 'unknown', missing };
      return;
    }
    const [deepest] = known.toSorted((a, b) => b.depth - a.depth);
    if (deepest === undefined) return;
    const { drill, depth } = deepest;
    yield {
      outcome: 'fail',
      message: `the loss of ${domain.id} had a ${depths[depth] ?? ''} drill at most (${drill.date}), at least a ${depths[asked] ?? ''} drill is asked for`,
      spots: [
        { at: model.place({ type: 'drill', index: drill.index }, ['kind']), label: depths[depth] ?? '' },
        { at: model.place({ type: 'domain', index: domain.index }), label: 'whose loss was drilled' },
      ],
      hurts: restingOn(facts, domain.index),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m }
    data: none
    minCapacity: 60%
    replicas: [{ at: harbour, capacity: 60% }, { at: hill, capacity: 60% }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, kind: tabletop, lose: [harbour, hill], result: recovered }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m }
    data: none
    minCapacity: 60%
    replicas: [{ at: harbour, capacity: 60% }, { at: hill, capacity: 60% }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, kind: switchover, lose: [harbour, hill], result: recovered }
`,
});

/** Those that took it away and are not too old to count. */
function recent({ index: domain }: FailureDomain, facts: Facts): readonly Drill[] {
  const { drills, lostInDrill, maxAge } = facts;
  return drills.filter(({ index, date }) => lostInDrill(index).has(domain) && !isStale(facts, date, maxAge.drill));
}

/** A real incident is as real as it gets. Of a kind of somebody's own nobody can tell. */
function depthOf({ kind }: Drill): number | undefined {
  if (kind === 'incident') return depths.indexOf('full');
  const depth = depths.findIndex((one) => one === kind);
  return depth < 0 ? undefined : depth;
}
