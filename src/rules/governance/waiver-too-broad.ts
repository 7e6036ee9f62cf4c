import { below } from '../../place.js';
import { defineRule, type Rule } from '../rule.js';
import { findingsCount } from './findings-count.js';

/** More than these are counted. */
const mostNamed = 5;

export const waiverTooBroad: Rule = defineRule({
  id: 'waiver-too-broad',
  group: 'governance',
  on: 'waiver',
  severity: 'medium',
  byTier: false,
  summary: 'A waiver that accepts more findings than it was meant for',
  why: 'Whoever agreed to it had certain gaps before them. A waiver that names a whole tier also takes in what is added next month, and nobody decides about that.',
  fix: 'Name what is accepted one by one under `on`, or say with `expect` how many findings it is meant for.',
  references: [],
  controls: ['NIST SP 800-53 CA-5', 'DORA Art. 6(5)'],
  waivable: false,
  applies: ({ state, ruleRan }) => ruleRan && (state === 'in-force' || state === 'expiring'),
  *check({ waiver, named }) {
    if (named.length <= waiver.expect) return;
    const ids = [...new Set(named.map(({ subject }) => subject.id))];
    const more = ids.length - mostNamed;
    yield {
      outcome: 'fail',
      message: `the waiver ${waiver.name} accepts ${findingsCount(named.length)}, it is meant for ${waiver.expect}`,
      spots: [{ at: below(waiver.place, 'on'), label: `names ${findingsCount(named.length)}` }],
      because: [`on ${ids.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`],
    };
  },
  avoid: `
version: 1
waivers:
  - id: W-2026-014
    rule: owner-missing
    on: { tier: gold }
    reason: The team is being formed, in place by autumn
    owner: talk-server
    expires: 2026-09-30
`,
  prefer: `
version: 1
waivers:
  - id: W-2026-014
    rule: owner-missing
    on: { service: [chat, media] }
    reason: The team is being formed, in place by autumn
    owner: talk-server
    expires: 2026-09-30
`,
});
