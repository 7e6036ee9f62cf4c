import { defineRule, type Rule } from '../rule.js';
import { outlives } from './outlives.js';

export const monitoringInBlastRadius: Rule = defineRule({
  id: 'monitoring-in-blast-radius',
  group: 'dependencies',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'Monitoring or alerting that goes down with what it watches, and stays down for longer',
  why: 'No alarm is not good news when the alarm is down. In October 2021 Roblox was down for 73 hours, partly because what would have shown the cause stood on the system that had failed.',
  fix: 'Run it, and whatever pages people, outside of what it watches: in another building, with another provider, or a small second one that watches the first.',
  references: [
    {
      title: 'Roblox, return to service 10/28-10/31 2021',
      url: 'https://blog.roblox.com/2022/01/roblox-return-to-service-10-28-10-31-2021/',
    },
  ],
  controls: ['NIST SP 800-53 CP-2(8)', 'NIST SP 800-53 SI-4', 'DORA Art. 10(1)', 'ISO/IEC 27001:2022 A.8.16'],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain', 'rto-broken'],
  applies: ({ purpose }) => purpose === 'monitoring' || purpose === 'alerting',
  check: (service, facts) => outlives(service, facts, 'unseen'),
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 15m }
    replicas: [{ at: harbour }, { at: hill }]
  metrics: { kind: tooling, purpose: monitoring, data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
  lake: { kind: building }
services:
  shop:
    objectives: { rto: 15m }
    replicas: [{ at: harbour }, { at: hill }]
  metrics: { kind: tooling, purpose: monitoring, data: none, replicas: [{ at: hill }, { at: lake }] }
`,
});
