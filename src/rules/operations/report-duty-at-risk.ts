import type { Seconds, Service } from '../../model/model.js';
import type { Plan } from '../../model/plan.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { OpenField } from '../judgement.js';
import { isPromised } from '../is-promised.js';
import { defineRule, type Rule } from '../rule.js';
import { servicesPlannedFor } from './plan-scope.js';

export const reportDutyAtRisk: Rule = defineRule({
  id: 'report-duty-at-risk',
  group: 'operations',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A duty to report an outage that nobody has, or whose time is over before the outage is known',
  why: 'The clock of the authority often runs from the moment you could have known. With half an hour to notice and an hour until somebody decides, a report due within the hour is late before anybody writes it.',
  fix: 'Name who reports under `notify`, and shorten detection and decision until they fit into the shortest deadline.',
  references: [],
  controls: ['MAS FSM-N05', 'DORA Art. 19', 'NIS2 Art. 23', 'APRA CPS 230 42', 'FINMA 2023/1 68'],
  applies: ({ notify }) => notify.length > 0,
  *check(plan, facts) {
    const { model } = facts;
    const owner = { type: 'plan', index: plan.index } as const;
    const needed = timeToKnow(plan, facts);
    for (const { id, within, owner: who } of plan.notify) {
      const at = (field: string) => model.place(owner, ['notify', id, field]);
      if (who === undefined || who === 'none') {
        const message = `nobody is named who reports to ${id}`;
        yield { outcome: 'fail', message, detail: `${id} owner`, spots: [{ at: at('owner'), label: 'no `owner`' }] };
      }
      if (within !== undefined && needed.least > within) {
        yield {
          outcome: 'fail',
          message: `${id} is to be told within ${formatDuration(within)}, noticing the loss of ${needed.slowest ?? 'a service'} and deciding take ${formatDuration(needed.least)}`,
          detail: `${id} within`,
          severity: 'medium',
          spots: [{ at: at('within'), label: `within ${formatDuration(within)}` }],
        };
      } else if (within === undefined || needed.missing.length > 0) {
        const open = within === undefined ? [{ owner, path: ['notify', id, 'within'] }] : needed.missing;
        yield { outcome: 'unknown', missing: open };
      }
    }
  },
  avoid: `
services:
  pay: { recovery: { detect: 30m } }
plans:
  site-loss: { covers: pay, activation: { authority: board, within: 1h }, notify: { regulator: { within: 1h, owner: compliance } } }
`,
  prefer: `
services:
  pay: { recovery: { detect: 5m } }
plans:
  site-loss: { covers: pay, activation: { authority: board, within: 20m }, notify: { regulator: { within: 1h, owner: compliance } } }
`,
});

interface TimeToKnow {
  readonly least: Seconds;
  /** Whose loss is noticed last. */
  readonly slowest: string | undefined;
  readonly missing: readonly OpenField[];
}

/** From the loss until somebody has decided that it is one, for the slowest of the services that matter most. */
function timeToKnow(plan: Plan, facts: Facts): TimeToKnow {
  const { model } = facts;
  const owner = { type: 'plan', index: plan.index } as const;
  const within = plan.activation?.within;
  const planned = within === undefined ? [{ owner, path: ['activation', 'within'] }] : [];
  const covered = servicesPlannedFor(plan, facts);
  if (covered === undefined) {
    return { least: within ?? 0, slowest: undefined, missing: [...planned, { owner, path: ['covers'] }] };
  }
  const critical = mostCritical(covered.flatMap((index) => model.services[index] ?? []));
  const open = critical.filter(({ recovery }) => recovery.detect === undefined);
  const [slowest] = critical.toSorted((a, b) => (b.recovery.detect ?? 0) - (a.recovery.detect ?? 0));
  const unsaid = open.map(({ index }) => ({
    owner: { type: 'service', index } as const,
    path: ['recovery', 'detect'],
  }));
  return {
    least: (slowest?.recovery.detect ?? 0) + (within ?? 0),
    slowest: slowest?.id,
    missing: [...planned, ...unsaid],
  };
}

/** Those of the best rank among them; without ranks all with objectives, or else all. */
function mostCritical(services: readonly Service[]): readonly Service[] {
  const own = services.filter(({ kind }) => kind !== 'external');
  const best = own.reduce((least, { rank }) => Math.min(least, rank ?? Infinity), Infinity);
  if (best < Infinity) return own.filter(({ rank }) => rank === best);
  const promised = own.filter((service) => isPromised(service, 'rto') || isPromised(service, 'rpo'));
  return promised.length > 0 ? promised : own;
}
