import type { Drill } from '../../model/model.js';
import type { Plan } from '../../model/plan.js';
import type { Facts } from '../facts.js';
import { servicesPlannedFor } from '../operations/plan-scope.js';
import { overdue } from '../overdue.js';
import { defineRule, type Rule } from '../rule.js';

export const planStale: Rule = defineRule({
  id: 'plan-stale',
  group: 'governance',
  on: 'plan',
  severity: 'low',
  byTier: false,
  summary: 'A plan that was not reviewed for too long, or not since the last incident it was for',
  why: 'A plan describes the company of the day it was written. Names, sites and suppliers change within a year, and every incident shows a line of it to be wrong.',
  fix: 'Review it with the people named in it, after every incident and at least once a year, and set `reviewed`.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(d)',
    'FedRAMP CP-2',
    'DORA Art. 6(5)',
    'APRA CPS 230 45',
    'RBI 6(d)(vi)',
    'BSI C5 BCM-03',
    'ISO 22301:2019 9.3',
  ],
  *check(plan, facts) {
    const entity = { type: 'plan', index: plan.index } as const;
    const { reviewed } = plan;
    if (reviewed === undefined) {
      yield { outcome: 'unknown', missing: [{ owner: entity, path: ['reviewed'] }] };
      return;
    }
    const late = overdue(reviewed, facts, facts.maxAge.review, 'reviewed');
    const at = facts.model.place(entity, ['reviewed']);
    if (late !== undefined) {
      yield {
        outcome: 'fail',
        ...late.mark,
        message: `the plan ${plan.id} ${late.told}`,
        spots: [{ at, label: late.label }],
      };
      return;
    }
    const incident = lastIncident(plan, facts);
    if (incident === undefined || incident.date <= reviewed) return;
    yield {
      outcome: 'fail',
      message: `the plan ${plan.id} was last reviewed on ${reviewed}, before the incident of ${incident.date}`,
      detail: 'incident',
      spots: [
        { at, label: 'before the incident' },
        { at: facts.model.place({ type: 'drill', index: incident.index }), label: 'not worked in' },
      ],
    };
  },
  avoid: `
services:
  chat: {}
plans:
  site-loss: { covers: all, approvedBy: board, reviewed: 2023-05-01 }
`,
  prefer: `
services:
  chat: {}
plans:
  site-loss: { covers: all, approvedBy: board, reviewed: 2026-05-01 }
`,
});

/** The latest real incident in something the plan covers; one that names nothing is nobody's. */
function lastIncident(plan: Plan, facts: Facts): Drill | undefined {
  const services = new Set(servicesPlannedFor(plan, facts));
  const places = plan.covers === 'all' || plan.covers === undefined ? [] : plan.covers.domains;
  return facts.drills.findLast(({ kind, index, services: took = [], measured, lose }) => {
    if (kind !== 'incident') return false;
    const lost = facts.lostInDrill(index);
    if (plan.covers === 'all') return true;
    return (
      places.some((place) => lost.has(place)) ||
      [...took, ...measured.keys(), ...lose.services].some((one) => services.has(one))
    );
  });
}
