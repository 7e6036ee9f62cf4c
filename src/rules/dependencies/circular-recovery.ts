import type { RootCause } from '../../analysis/root-causes.js';
import { tellCycle } from '../../narrative/tell-derivation.js';
import { tellRootCause } from '../../narrative/tell-root-cause.js';
import { defineRule, type Rule } from '../rule.js';

export const circularRecovery: Rule = defineRule({
  id: 'circular-recovery',
  group: 'dependencies',
  on: 'service',
  severity: 'critical',
  byTier: false,
  summary: 'Services that each wait for the other before they can be recovered',
  why: 'Each step of the runbook is right and none can be the first. In October 2021 Roblox was down for 73 hours, partly because the monitoring it needed ran on the system that had failed.',
  fix: 'Break one wait: a copy that survives, a way to start without the tool (`uses` without it), or a second provider (`anyOf`).',
  references: [
    {
      title: 'Roblox, return to service 10/28-10/31 2021',
      url: 'https://blog.roblox.com/2022/01/roblox-return-to-service-10-28-10-31-2021/',
    },
  ],
  controls: [
    'NIST SP 800-53 CP-10',
    'Commission Implementing Regulation (EU) 2024/2690 Annex 4.1.2(e)',
    'ISO/IEC 27001:2022 A.5.30',
  ],
  supersedes: [
    'monitoring-in-blast-radius',
    'status-page-in-blast-radius',
    'backup-key-lost-with-data',
    'weak-link',
    'recovery-tool-in-blast-radius',
    'single-location',
    'copies-share-building',
    'copies-share-domain',
    'rto-broken',
    'rpo-broken',
  ],
  applies: ({ index }, { circlesFrom }) => circlesFrom(index).length > 0,
  *check(service, { model, circlesFrom }) {
    const id = (index: number): string => model.services[index]?.id ?? '';
    for (const [circle, ...others] of byMembers(circlesFrom(service.index))) {
      const lost = [circle, ...others].map(({ domain }) => model.domains[domain]?.id ?? '');
      yield {
        outcome: 'fail',
        message: `after the loss of ${lost.join(', or of ')} nothing in this circle can be recovered first: ${tellCycle(model, circle.culprits)}`,
        detail: circle.culprits.map(id).join(' '),
        spots: [
          { at: model.origin(service.index, ['recovery', 'uses']).place, label: `${service.id} waits here` },
          ...circle.culprits.slice(1, 3).map((index) => ({
            at: model.origin(index, ['recovery', 'uses']).place,
            label: `${id(index)} waits here`,
          })),
          { at: model.place({ type: 'domain', index: circle.domain }), label: 'lost' },
        ],
        covers: circle.culprits.slice(1),
        hurts: [...new Set([...circle.culprits.slice(1), ...[circle, ...others].flatMap(({ blocked }) => blocked)])],
        because: tellRootCause(model, circle),
      };
    }
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
defaults:
  objectives: { rto: 1h, rpo: 1m }
  recovery: { mode: manual, detect: 1m, decide: 5m, execute: 5m }
services:
  login:
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { uses: [deploy] }
  deploy:
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { uses: [login] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
defaults:
  objectives: { rto: 1h, rpo: 1m }
  recovery: { mode: manual, detect: 1m, decide: 5m, execute: 5m }
services:
  login:
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { uses: [deploy] }
  deploy:
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: hot }
    recovery: { uses: [] }
`,
});

/** One circle is one root cause, whatever loss closes it; the loss in which it holds up most comes first. */
function byMembers(circles: readonly RootCause[]): readonly (readonly [RootCause, ...RootCause[]])[] {
  const groups = new Map<string, [RootCause, ...RootCause[]]>();
  for (const circle of circles.toSorted((a, b) => b.blocked.length - a.blocked.length)) {
    const key = circle.culprits.join(' ');
    const group = groups.get(key);
    if (group) group.push(circle);
    else groups.set(key, [circle]);
  }
  return [...groups.values()];
}
