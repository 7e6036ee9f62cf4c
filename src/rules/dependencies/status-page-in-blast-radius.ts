import { defineRule, type Rule } from '../rule.js';
import { outlives } from './outlives.js';

export const statusPageInBlastRadius: Rule = defineRule({
  id: 'status-page-in-blast-radius',
  group: 'dependencies',
  on: 'service',
  severity: 'medium',
  byTier: false,
  summary: 'A status page that is down when there is something to say on it',
  why: 'Customers who learn nothing assume the worst and call. In February 2017 the dashboard of AWS stayed green while S3 was down, because changing it needed S3.',
  fix: 'Serve the page from somewhere that shares nothing with the service: another provider, another domain name, another login.',
  references: [
    {
      title: 'AWS, summary of the Amazon S3 service disruption in the Northern Virginia region (2017)',
      url: 'https://aws.amazon.com/message/41926/',
    },
  ],
  controls: ['ISO 22301:2019 8.4.3', 'DORA Art. 11(2)(e)', 'NIST CSF 2.0 RC.CO-04'],
  supersedes: ['single-location', 'copies-share-building', 'copies-share-domain', 'rto-broken'],
  applies: ({ purpose }) => purpose === 'status-page',
  check: (service, facts) => outlives(service, facts, 'without word to anybody'),
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 15m }
    replicas: [{ at: harbour }, { at: hill }]
  status: { purpose: status-page, data: none, replicas: [{ at: harbour }] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  shop:
    objectives: { rto: 15m }
    replicas: [{ at: harbour }, { at: hill }]
  status: { kind: external, purpose: status-page, failsWith: [] }
`,
});
