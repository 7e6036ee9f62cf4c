import type { RootCause } from '../../analysis/root-causes.js';
import type { Model, ServiceIndex } from '../../model/model.js';
import type { KeyPath } from '../../place.js';
import { tellCycle } from '../../narrative/tell-derivation.js';
import { tellRootCause } from '../../narrative/tell-root-cause.js';
import type { Spot } from '../judgement.js';
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
          waitSpot(model, service.index, circle.culprits[1]),
          ...circle.culprits
            .slice(1, 3)
            .map((index, at) => waitSpot(model, index, circle.culprits[at + 2] ?? circle.culprits[0])),
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

/** The field that makes one member of a circle wait for the next. */
function waitSpot(model: Model, index: ServiceIndex, next: ServiceIndex | undefined): Spot {
  const path = waitPath(model, index, next) ?? ['recovery'];
  return { at: model.origin(index, path).place, label: `${model.services[index]?.id ?? ''} waits here` };
}

function waitPath({ services }: Model, index: ServiceIndex, next: ServiceIndex | undefined): KeyPath | undefined {
  const service = services[index];
  if (service === undefined || next === undefined) return undefined;
  if (service.recovery.uses?.includes(next)) return ['recovery', 'uses'];
  const backup = service.backups?.find(({ key }) => key === next);
  if (backup !== undefined) return ['backups', backup.id, 'key'];
  const needed = service.dependencies.find(({ kind, anyOf }) => kind !== 'soft' && anyOf.includes(next));
  return needed === undefined ? undefined : ['dependsOn', needed.key];
}
