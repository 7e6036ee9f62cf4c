import type { RootCause } from '../../analysis/root-causes.js';
import type { ServiceIndex } from '../../model/model.js';
import { tellLost } from '../../narrative/tell-root-cause.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { rootCauseFailure } from './root-cause-failure.js';

export const weakLink: Rule = defineRule({
  id: 'weak-link',
  group: 'dependencies',
  on: 'service',
  severity: 'critical',
  byTier: false,
  summary: 'Services with copies in several places stand on one that a single loss takes for good',
  why: 'The second site is up and cannot serve, because something it calls was only in the first. On 2 November 2023 the Cloudflare dashboard ran in three datacenters; Kafka and ClickHouse, which it needed, were only in the one that lost power.',
  fix: 'Give the weak service a copy that survives, or let the others run without it (`anyOf` with a second one; or `soft`, with objectives of its own, since it is no longer judged by theirs) and prove in a drill that they do.',
  references: [
    {
      title: 'Cloudflare, post mortem on the control plane and analytics outage (2023)',
      url: 'https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/',
    },
  ],
  controls: ['NIST SP 800-53 CP-2(8)', 'DORA Art. 11(5)', 'ISO/IEC 27001:2022 A.8.14'],
  supersedes: [
    'monitoring-in-blast-radius',
    'status-page-in-blast-radius',
    'single-location',
    'copies-share-building',
    'copies-share-domain',
    'rto-broken',
    'rpo-broken',
  ],
  applies: ({ index }, { rootCausesOf }) => rootCausesOf(index).some(isWeakLink),
  *check(service, facts) {
    const { model, rootCausesOf } = facts;
    for (const cause of rootCausesOf(service.index).filter(isWeakLink)) {
      const count = cause.blocked.length === 1 ? 'one service' : `${cause.blocked.length} services`;
      const [first, ...others] = standInsLost(facts, cause);
      // Told of the first of them.
      if (first !== undefined && first < service.index) continue;
      const failure = rootCauseFailure(
        model,
        cause,
        first === undefined
          ? `${tellLost(model, cause)}, and ${count} with copies elsewhere cannot run without it`
          : `${tellLost(model, cause)}, and so ${others.length === 0 ? 'is' : 'are'} ${[first, ...others].map((one) => model.services[one]?.id ?? '').join(', ')}, which ${others.length === 0 ? 'stands' : 'stand'} in for it; ${count} with copies elsewhere cannot run without one of them`,
        'cannot run without it',
      );
      yield first === undefined ? failure : { ...failure, covers: [first, ...others] };
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  dashboard:
    objectives: { rto: 1h }
    dependsOn: { queue: hard }
    replicas: [{ at: harbour }, { at: hill }]
  queue: { data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  dashboard:
    objectives: { rto: 1h }
    dependsOn: { queue: hard }
    replicas: [{ at: harbour }, { at: hill }]
  queue: { data: none, replicas: [{ at: harbour }, { at: hill }] }
`,
});

function isWeakLink({ waiters }: RootCause): boolean {
  return waiters.some(({ by }) => by === 'hard' || by === 'startup');
}

/** What everybody who waits for it could run with instead, and is lost for good with the same domain; in order. */
function standInsLost(facts: Facts, cause: RootCause): readonly ServiceIndex[] {
  const [culprit] = cause.culprits;
  return [...standIns(facts, cause)]
    .filter((other) =>
      facts.rootCausesOf(other).some((one) => one.domain === cause.domain && standIns(facts, one).has(culprit ?? -1)),
    )
    .toSorted((a, b) => a - b);
}

/** Empty where somebody waits for it alone. */
function standIns({ model }: Facts, { culprits, waiters }: RootCause): ReadonlySet<ServiceIndex> {
  const [culprit = -1] = culprits;
  const groups = waiters.map(({ service }) =>
    (model.services[service]?.dependencies ?? []).find(
      ({ kind, anyOf }) => kind !== 'soft' && anyOf.length > 1 && anyOf.includes(culprit),
    ),
  );
  if (groups.some((group) => group === undefined)) return new Set();
  return new Set(groups.flatMap((group) => group?.anyOf ?? []).filter((other) => other !== culprit));
}
