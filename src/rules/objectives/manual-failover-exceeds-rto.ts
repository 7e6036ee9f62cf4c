import type { Recovery, Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import { defineRule, type Rule } from '../rule.js';
import { hurtBy } from './shortfall.js';

export const manualFailoverExceedsRto: Rule = defineRule({
  id: 'manual-failover-exceeds-rto',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A failover by hand whose steps alone take longer than the RTO',
  why: 'Somebody must notice, be reached, decide and type. Those minutes pass before any machine moves, and on a bad day nothing about them gets faster.',
  fix: 'Automate the failover, shorten the longest step (usually the decision: agree beforehand who may decide, and at what sign), or promise a longer RTO.',
  references: [],
  controls: ['NIST SP 800-53 CP-10', 'NIST SP 800-53 SI-13(5)', 'DORA Art. 10(1)'],
  supersedes: ['rto-broken', 'drill-missed-objective'],
  applies: (service) =>
    service.recovery.mode === 'manual' && shortestRto(service) !== undefined && mayFailOver(service),
  *check(service, facts) {
    const { model } = facts;
    const target = shortestRto(service);
    const steps = knownSteps(service.recovery);
    const total = steps.reduce((sum, [, seconds]) => sum + seconds, 0);
    if (target === undefined || total <= target) return;
    const [longest] = steps.toSorted(([, a], [, b]) => b - a);
    const sum = steps.map(([step, seconds]) => `${step} ${formatDuration(seconds)}`).join(' + ');
    yield {
      outcome: 'fail',
      message: `failing ${service.id} over by hand takes ${formatDuration(total)} at least, its RTO is ${formatDuration(target)}`,
      spots: [
        {
          at: model.origin(service.index, ['recovery', longest?.[0] ?? 'mode']).place,
          label: longest ? `longest step: ${formatDuration(longest[1])}` : 'by hand',
        },
        { at: model.origin(service.index, ['objectives', 'rto']).place, label: `RTO ${formatDuration(target)}` },
      ],
      hurts: hurtBy(facts, service.index),
      because: [`${service.id} ${formatDuration(total)} = ${sum}`],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 15m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 5s, readiness: hot }
    recovery: { mode: manual, detect: 5m, decide: 30m, execute: 10m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 15m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 5s, readiness: hot }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
});

const steps = ['detect', 'decide', 'execute', 'redirect', 'verify'] as const;

function knownSteps(recovery: Recovery): readonly (readonly [(typeof steps)[number], Seconds])[] {
  return steps.flatMap((step) => {
    const seconds = recovery[step];
    return seconds === undefined || seconds === 0 ? [] : [[step, seconds] as const];
  });
}

/** The strictest target over all kinds of loss to survive. */
function shortestRto({ objectives }: Service): Seconds | undefined {
  const targets = objectives.survive.flatMap(({ rto }) => (rto === undefined ? [] : [rto]));
  return targets.length === 0 ? undefined : Math.min(...targets);
}

function mayFailOver({ replicas }: Service): boolean {
  return replicas.some(({ role, promotable }) => role === 'standby' || (role === 'replica' && promotable !== false));
}
