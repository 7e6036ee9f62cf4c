import type { Drill, DrillFinding } from '../../model/model.js';
import { daysBetween } from '../../units/date.js';
import type { Facts } from '../facts.js';
import type { Failure } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';

export const drillFindingOpen: Rule = defineRule({
  id: 'drill-finding-open',
  group: 'evidence',
  on: 'drill',
  severity: 'medium',
  byTier: false,
  summary: 'What a drill brought to light and nobody has put right in time',
  why: 'A drill that finds something and changes nothing has only cost a night. The same thing is found again, the next time by the outage.',
  fix: 'Put it right and write `closed`; or give it an `owner` and a `due` that they can keep.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-4(c)',
    'DORA Art. 24(5)',
    'Delegated Regulation (EU) 2024/1774 Art. 25(5)',
    'RBI 29(b)',
    'NERC CIP-009 R3.1',
    'ISO 22301:2019 10.1',
  ],
  applies: ({ findings = [], date }, { now }) => findings.length > 0 && date <= now,
  *check(drill, facts) {
    for (const [position, finding] of (drill.findings ?? []).entries()) {
      if (finding.closed !== undefined && finding.closed <= facts.now) continue;
      const failure = overdue(drill, position, finding, facts) ?? adrift(drill, position, finding, facts);
      if (failure !== undefined) yield failure;
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
drills:
  - date: 2025-11-02
    lose: [harbour]
    findings: [{ what: The console needs the session cache, owner: sre, due: 2026-02-01 }]
`,
  prefer: `
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
drills:
  - date: 2025-11-02
    lose: [harbour]
    findings: [{ what: The console needs the session cache, owner: sre, due: 2026-02-01, closed: 2026-01-20 }]
`,
});

function overdue(drill: Drill, position: number, { what, due }: DrillFinding, facts: Facts): Failure | undefined {
  if (due === undefined || due >= facts.now) return undefined;
  const days = daysBetween(due, facts.now);
  const ago = days === 1 ? 'a day ago' : `${days} days ago`;
  return {
    outcome: 'fail',
    message: `the drill of ${drill.date} found “${what}”; it was due on ${due}, ${ago}, and is open`,
    detail: what,
    spots: [
      {
        at: facts.model.place({ type: 'drill', index: drill.index }, ['findings', position, 'due']),
        label: ago,
      },
    ],
  };
}

function adrift(drill: Drill, position: number, { what, owner, due }: DrillFinding, facts: Facts): Failure | undefined {
  const isOwned = owner !== undefined && owner !== 'none';
  const missing = [...(isOwned ? [] : ['an owner']), ...(due === undefined ? ['a day by which'] : [])];
  if (missing.length === 0) return undefined;
  return {
    outcome: 'fail',
    severity: 'low',
    message: `the drill of ${drill.date} found “${what}”; it is open without ${missing.join(' and ')}`,
    detail: what,
    spots: [
      { at: facts.model.place({ type: 'drill', index: drill.index }, ['findings', position]), label: 'still open' },
    ],
  };
}
