import type { RootCause } from '../../analysis/root-causes.js';
import { tellLost } from '../../narrative/tell-root-cause.js';
import { defineRule, type Rule } from '../rule.js';
import { rootCauseFailure } from './root-cause-failure.js';

export const recoveryToolInBlastRadius: Rule = defineRule({
  id: 'recovery-tool-in-blast-radius',
  group: 'dependencies',
  on: 'service',
  severity: 'critical',
  byTier: false,
  summary: 'A tool that recovery needs is lost in the very outage it is there for',
  why: 'A standby is worth nothing without the means to promote it. In October 2022 Kakao had its data in several datacenters; the tools that make a standby active were doubled only inside the building that burned, and it took five and a half days.',
  fix: 'Run the tool in a second building, in a way that needs nothing from the first; or write down and rehearse how to fail over without it.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(8)', 'NIST SP 800-53 CP-10', 'ISO/IEC 27001:2022 A.5.30', 'DORA Art. 12(4)'],
  supersedes: [
    'monitoring-in-blast-radius',
    'status-page-in-blast-radius',
    'weak-link',
    'single-location',
    'copies-share-building',
    'copies-share-domain',
    'rto-broken',
    'rpo-broken',
  ],
  applies: ({ index }, { rootCausesOf }) => rootCausesOf(index).some(isNeededToRecover),
  *check(service, { model, rootCausesOf }) {
    for (const cause of rootCausesOf(service.index).filter(isNeededToRecover)) {
      yield rootCauseFailure(
        model,
        cause,
        `${tellLost(model, cause)}, and ${countServices(cause.blocked.length)} cannot recover without it`,
        'needs it to recover',
      );
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { mode: manual, detect: 5m, decide: 5m, execute: 5m, uses: [failover-console] }
  failover-console: { kind: tooling, data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { mode: manual, detect: 5m, decide: 5m, execute: 5m, uses: [failover-console] }
  failover-console: { kind: tooling, data: none, replicas: [{ at: harbour }, { at: hill }] }
`,
});

function isNeededToRecover({ waiters }: RootCause): boolean {
  return waiters.some(({ by }) => by === 'uses');
}

function countServices(count: number): string {
  return count === 1 ? 'one service' : `${count} services`;
}
