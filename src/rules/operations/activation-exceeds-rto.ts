import type { Seconds, Service, ServiceIndex } from '../../model/model.js';
import type { Plan } from '../../model/plan.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { mayStop } from '../may-stop.js';
import { servicesPlannedFor } from './plan-scope.js';

export const activationExceedsRto: Rule = defineRule({
  id: 'activation-exceeds-rto',
  group: 'operations',
  on: 'plan',
  severity: 'medium',
  byTier: false,
  summary: 'A plan that may take longer to be started than a service it covers may be down',
  why: 'The clock of the promise runs from the loss, not from the decision. If a crisis meeting may take an hour, nothing that waits for it is back in half an hour.',
  fix: 'Let the people on duty fail over without the meeting, shorten `activation.within`, or promise a longer RTO.',
  references: [],
  controls: ['Delegated Regulation (EU) 2024/1774 Art. 24(1)(a)(iv)', 'NIST SP 800-53 CP-10', 'ISO 22301:2019 8.4.4'],
  applies: ({ activation, covers }) => activation !== undefined && covers !== undefined,
  *check(plan, facts) {
    const { model } = facts;
    const owner = { type: 'plan', index: plan.index } as const;
    const promised = promisesInPlan(plan, facts);
    const within = plan.activation?.within;
    if (within === undefined) {
      if (promised.some(({ mode }) => mode !== 'automatic')) {
        yield { outcome: 'unknown', missing: [{ owner, path: ['activation', 'within'] }] };
      }
      return;
    }
    const short = promised.filter(({ rto }) => rto <= within).sort((a, b) => a.rto - b.rto || a.index - b.index);
    const open = short.filter(({ mode }) => mode === undefined);
    if (open.length > 0) {
      const missing = open.map(({ index }) => ({
        owner: { type: 'service', index } as const,
        path: ['recovery', 'mode'],
      }));
      yield { outcome: 'unknown', missing };
    }
    const late = short.filter(({ mode }) => mode === 'manual');
    const [first] = late;
    if (first === undefined) return;
    const id = model.services[first.index]?.id ?? '';
    yield {
      outcome: 'fail',
      message: `${plan.id} may be started ${formatDuration(within)} after the alarm, ${id} promises to be back within ${formatDuration(first.rto)}`,
      spots: [
        { at: model.place(owner, ['activation', 'within']), label: `up to ${formatDuration(within)}` },
        {
          at: model.origin(first.index, ['objectives', 'survive', first.kind, 'rto']).place,
          label: `RTO ${formatDuration(first.rto)}`,
        },
      ],
      hurts: late.map(({ index }) => index),
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 30m }, recovery: { mode: manual } }
plans:
  site-loss: { covers: chat, activation: { authority: crisis board, within: 1h } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 30m }, recovery: { mode: manual } }
plans:
  site-loss: { covers: chat, activation: { authority: duty manager, within: 10m } }
`,
});

interface Promised {
  readonly index: ServiceIndex;
  readonly rto: Seconds;
  /** Of the loss for which it is promised. */
  readonly kind: string;
  readonly mode: Service['recovery']['mode'];
}

/** The shortest promise of each service the plan is for; where only a place is covered, that for the loss of such a place. */
function promisesInPlan(plan: Plan, facts: Facts): readonly Promised[] {
  const { model } = facts;
  const { covers } = plan;
  const kinds = new Set(covers === 'all' ? [] : (covers?.domains ?? []).map((domain) => model.domains[domain]?.kind));
  return (servicesPlannedFor(plan, facts) ?? []).flatMap((index) => {
    const service = model.services[index];
    // What is bought is brought back by whoever sells it, without this plan.
    if (service === undefined || service.kind === 'external') return [];
    const isNamed = covers === 'all' || (covers?.services.includes(index) ?? false);
    // Who goes on elsewhere at once waits for no meeting.
    const targets = facts.promisesOf(index).flatMap((promise) => {
      const { kind, objective, target } = promise;
      const counts = objective === 'rto' && (isNamed || kinds.has(kind)) && mayStop(promise);
      return counts && target !== undefined ? [{ rto: target, kind }] : [];
    });
    const [shortest] = targets.toSorted((a, b) => a.rto - b.rto);
    return shortest === undefined ? [] : [{ index, ...shortest, mode: service.recovery.mode }];
  });
}
