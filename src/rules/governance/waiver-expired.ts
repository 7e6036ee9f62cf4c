import { below } from '../../place.js';
import { defineRule, type Rule } from '../rule.js';
import { findingsCount } from './findings-count.js';

export const waiverExpired: Rule = defineRule({
  id: 'waiver-expired',
  group: 'governance',
  on: 'waiver',
  severity: 'medium',
  byTier: false,
  summary: 'A waiver that has run out',
  why: 'Somebody agreed to live with a gap until a day, and that day has passed. What it accepted counts again. A list of waivers that nobody reads any more accepts everything.',
  fix: 'Close the gap and remove the waiver, or decide again: `firebreak waivers renew <id> --until <date> --reason <why>`.',
  references: [],
  controls: ['NIST SP 800-53 CA-5', 'ISO 22301:2019 10.1', 'DORA Art. 6(5)'],
  waivable: false,
  *check({ state, daysLeft, waiver, named, ruleRan }) {
    if (state !== 'expired') return;
    const gone = ruleRan && named.length === 0;
    const rest = gone ? ', and there is nothing left to waive' : '';
    yield {
      outcome: 'fail',
      message: `the waiver ${waiver.name} expired ${daysAgo(-daysLeft)} (${waiver.expires})${rest}`,
      // Nothing has come back, only an entry to clear away.
      ...(gone ? { severity: 'low' } : {}),
      spots: [{ at: below(waiver.place, 'expires'), label: `expired ${daysAgo(-daysLeft)}` }],
      because:
        named.length === 0
          ? []
          : [`${findingsCount(named.length)} of ${waiver.rule} ${named.length === 1 ? 'counts' : 'count'} again`],
      ...(gone ? { fix: 'Remove the waiver.' } : {}),
    };
  },
  avoid: `
version: 1
waivers:
  - id: W-2026-014
    rule: owner-missing
    on: { service: chat }
    reason: The team is being formed, in place by autumn
    owner: talk-server
    expires: 2026-05-31
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

function daysAgo(days: number): string {
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
