import { below } from '../../place.js';
import type { Waivable } from '../../waivers/waivable.js';
import { defineRule, type Rule } from '../rule.js';

export const waiverUnused: Rule = defineRule({
  id: 'waiver-unused',
  group: 'governance',
  on: 'waiver',
  severity: 'low',
  byTier: false,
  summary: 'A waiver for a finding that there is not',
  why: 'Either the gap is closed, and the waiver would silently accept its return; or the waiver has a slip of the pen in it, and the gap that it was meant for still counts.',
  fix: 'Remove the waiver, or put right what it names.',
  references: [],
  controls: ['NIST SP 800-53 CA-5'],
  waivable: false,
  applies: ({ state, ruleRan }) => ruleRan && (state === 'in-force' || state === 'expiring'),
  *check({ waiver, named, foldedInto: [folded] }) {
    if (named.length > 0) return;
    yield {
      outcome: 'fail',
      message: `the waiver ${waiver.name} accepts no finding: there is none of ${waiver.rule} on what it names`,
      spots: [{ at: below(waiver.place, 'on'), label: 'no such finding' }],
      ...(folded === undefined ? {} : { because: [foldedText(waiver.rule, folded)], fix: foldedFix(folded) }),
    };
  },
  avoid: `
version: 1
waivers:
  - id: W-2026-014
    rule: owner-missing
    on: { service: chatt }
    reason: The team is being formed, in place by autumn
    owner: talk-server
    expires: 2026-09-30
`,
  prefer: `
version: 1
waivers:
  - id: W-2026-014
    rule: owner-missing
    on: { service: chat }
    reason: The team is being formed, in place by autumn
    owner: talk-server
    expires: 2026-09-30
`,
});

function foldedText(rule: string, { rule: other, subject }: Waivable): string {
  return `${rule} has the same cause here as ${other} on ${subject.id}, and is folded into it`;
}

function foldedFix({ rule, subject }: Waivable): string {
  return `If that is what is to be accepted, waive \`${rule}\` on ${subject.id}.`;
}
