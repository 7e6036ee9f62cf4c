import type { DomainIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { kindsAskedOf } from '../kinds-asked-of.js';
import { defineRule, type Rule } from '../rule.js';
import { severityOfSilence } from '../severity-of-silence.js';

export const locationUnproven: Rule = defineRule({
  id: 'location-unproven',
  group: 'placement',
  on: 'failure-domain',
  severity: 'high',
  byTier: false,
  summary:
    'A place of which nobody has written down the building, or another kind of loss that services on it are to survive',
  why: 'A zone is a label until somebody says which building it is. In April 2023 one fire in Paris took a region that was sold as three zones. What shares a fate with what cannot be known from names.',
  fix: 'Put the place in its building (`in`), or name the feed, carrier or account it hangs on (`failsWith`). Ask the provider where it is not yours.',
  references: [],
  controls: ['NIST SP 800-53 CP-2', 'NIST SP 800-53 CP-7(1)', 'DORA Art. 8(4)', 'NYDFS 500.13(a)(1)'],
  applies: ({ section, index }, { standingOn }) => section === 'locations' && standingOn(index).length > 0,
  *check(place, facts) {
    const { model } = facts;
    for (const [kind, services] of kindsAskedOf(facts, place.index)) {
      if (isMisspelt(facts, place.index, kind)) continue;
      yield {
        outcome: 'fail',
        message: `nothing says which ${kind} ${place.id} depends on, and ${services.length === 1 ? 'a service' : `${services.length} services`} on it must survive the loss of one`,
        detail: kind,
        severity: severityOfSilence(facts, services),
        spots: [{ at: model.place({ type: 'domain', index: place.index }), label: `its ${kind} is unknown` }],
        hurts: services,
        ...(facts.liesWithin(kind, place.kind) ? { fix: fixInside(place.id, kind) } : {}),
      };
    }
  },
  avoid: `
locations:
  zone-a: { kind: zone }
  zone-b: { kind: zone }
services:
  orders:
    objectives: { rto: 1h, survive: [building] }
    replicas: [{ at: zone-a }, { at: zone-b }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
  zone-a: { kind: zone, in: harbour }
  zone-b: { kind: zone, in: hill }
services:
  orders:
    objectives: { rto: 1h, survive: [building] }
    replicas: [{ at: zone-a }, { at: zone-b }]
`,
});

function fixInside(id: string, kind: string): string {
  return `Write down the ${kind} inside ${id} that the copies stand in, such as \`${id}-1: { kind: ${kind}, in: ${id} }\`, and place them there; two, if they are spread.`;
}

/** Whether that kind is known but for a slip in writing it, here or where it is to be survived: another finding. */
function isMisspelt({ kindsAround, meantKind }: Facts, place: DomainIndex, kind: string): boolean {
  return meantKind(kind) !== undefined || [...kindsAround(place)].some((one) => meantKind(one) === kind);
}
