import type { RootCause } from '../../analysis/root-causes.js';
import { tellLost } from '../../narrative/tell-root-cause.js';
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
  fix: 'Give the weak service a copy that survives, or let the others run without it (`soft`, or `anyOf` with a second one) and prove in a drill that they do.',
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
  *check(service, { model, rootCausesOf }) {
    for (const cause of rootCausesOf(service.index).filter(isWeakLink)) {
      const count = cause.blocked.length === 1 ? 'one service' : `${cause.blocked.length} services`;
      yield rootCauseFailure(
        model,
        cause,
        `${tellLost(model, cause)}, and ${count} with copies elsewhere cannot run without it`,
        'cannot run without it',
      );
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
