import type { Recovery, Seconds, Service, ServiceIndex } from '../../model/model.js';
import type { PromiseResult } from '../../analysis/promises.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { mayStop } from '../may-stop.js';
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
    service.recovery.mode === 'manual' &&
    service.objectives.survive.some(({ rto }) => rto !== undefined) &&
    mayFailOver(service),
  *check(service, facts) {
    const { model } = facts;
    const steps = knownSteps(service.recovery);
    const total = steps.reduce((sum, [, seconds]) => sum + seconds, 0);
    const strictest = strictestExceeded(service.index, total, facts);
    if (strictest === undefined) return;
    const { kind, target } = strictest;
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
        {
          at: model.origin(service.index, ['objectives', 'survive', kind, 'rto']).place,
          label: `RTO ${formatDuration(target)}`,
        },
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

/** The strictest target below `total` that is broken by a failover, or may be; in other losses nobody fails over. */
function strictestExceeded(
  service: ServiceIndex,
  total: Seconds,
  facts: Facts,
): { readonly kind: string; readonly target: Seconds } | undefined {
  const exceeded = facts.promisesOf(service).flatMap((promise) => {
    const { kind, objective, target = total } = promise;
    return objective === 'rto' && target < total && mayFailOverIn(promise, facts) ? [{ kind, target }] : [];
  });
  return exceeded.toSorted((a, b) => a.target - b.target)[0];
}

function mayFailOverIn(promise: PromiseResult, { missesOf }: Facts): boolean {
  if (promise.verdict === 'unknown') return mayStop(promise);
  return missesOf(promise.service).some((miss) => miss.promise === promise && miss.derivation.via === 'failover');
}

function mayFailOver({ replicas }: Service): boolean {
  return replicas.some(({ role, promotable }) => role === 'standby' || (role === 'replica' && promotable !== false));
}
