import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const runbookStale: Rule = defineRule({
  id: 'runbook-stale',
  group: 'operations',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'Recovery steps that nobody has reviewed for too long',
  why: 'Hosts were renamed, tools replaced, people moved on. Steps that fail at the third command are worse than none: by then half of the work is done.',
  fix: 'Go through the steps with somebody who has not written them, best in a drill, and set `recovery.runbook.reviewed`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(d)',
    'Delegated Regulation (EU) 2024/1774 Art. 26(1)',
    'ISMS-P 2.12.1',
    'NERC CIP-009 R1',
  ],
  applies: ({ kind, recovery }) => kind !== 'external' && recovery.runbook !== undefined,
  *check(service, facts) {
    const reviewed = service.recovery.runbook?.reviewed;
    if (reviewed === undefined) {
      const owner = { type: 'service', index: service.index } as const;
      yield { outcome: 'unknown', missing: [{ owner, path: ['recovery', 'runbook', 'reviewed'] }] };
      return;
    }
    const late = overdue(reviewed, facts, facts.maxAge.review, 'reviewed');
    if (late === undefined) return;
    const at = facts.model.origin(service.index, ['recovery', 'runbook', 'reviewed']).place;
    yield {
      outcome: 'fail',
      ...late.mark,
      message: `the runbook of ${service.id} ${late.told}`,
      spots: [{ at, label: late.label }],
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 1h }, recovery: { runbook: { url: docs/chat-dr.md, reviewed: 2023-02-01 } } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 1h }, recovery: { runbook: { url: docs/chat-dr.md, reviewed: 2026-05-01 } } }
`,
});
