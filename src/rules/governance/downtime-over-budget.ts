import type { Drill, Seconds, Service } from '../../model/model.js';
import { daysBetween } from '../../units/date.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { durationKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';

const budget = defineOption(durationKind, {
  name: 'budget',
  summary: 'Most unplanned downtime in twelve months for a service that states none of its own',
  example: '4h',
  source: 'statute',
  basis: 'MAS FSM-N05 allows 4 hours for a critical system; without a number only `objectives.downtime` is held to',
});

const window = 365;

export const downtimeOverBudget: Rule = defineRule({
  id: 'downtime-over-budget',
  group: 'governance',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'More unplanned downtime in the last twelve months than is allowed',
  why: 'A single outage may end in time and the year still be over the limit. Where a supervisor counts hours in twelve months, every further minute is a breach.',
  fix: 'Find out what the incidents have in common and remove it first; spend no more of the budget on changes until the window has moved on.',
  references: [],
  controls: ['MAS FSM-N05', 'APRA CPS 230 41', 'DORA Art. 30(3)(a)'],
  options: [budget],
  applies: ({ kind, objectives }, _facts, options) =>
    kind !== 'external' && (objectives.downtime ?? budget.of(options)) !== undefined,
  *check(service, facts, options) {
    const { model } = facts;
    const allowed = service.objectives.downtime ?? budget.of(options);
    if (allowed === undefined) return;
    const incidents = facts.drills.filter((drill) => struck(drill, service, facts));
    const times = incidents.map((drill) => ({ drill, seconds: drill.measured.get(service.index)?.rto }));
    const total = times.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
    const [longest] = times.toSorted((a, b) => (b.seconds ?? 0) - (a.seconds ?? 0));
    if (total > allowed && longest !== undefined) {
      const at = (index: number) => model.place({ type: 'drill', index }, ['measured', service.id, 'rto']);
      yield {
        outcome: 'fail',
        message: `${service.id} was down for ${formatDuration(total)} in the last twelve months, ${formatDuration(allowed)} are allowed`,
        spots: [
          { at: at(longest.drill.index), label: `${formatDuration(longest.seconds ?? 0)} here` },
          {
            at: model.origin(service.index, ['objectives', 'downtime']).place,
            label: `budget ${formatDuration(allowed)}`,
          },
        ],
        because: times.flatMap(({ drill, seconds }) => told(drill, seconds)),
      };
      return;
    }
    const open = times.filter(({ seconds }) => seconds === undefined);
    if (open.length === 0) return;
    yield {
      outcome: 'unknown',
      missing: open.map(({ drill: { index } }) => ({
        owner: { type: 'drill', index } as const,
        path: ['measured', service.id, 'rto'],
      })),
    };
  },
  avoid: `
services:
  pay: { objectives: { downtime: 4h } }
drills:
  - { date: 2026-02-01, kind: incident, measured: { pay: { rto: 3h } } }
  - { date: 2026-04-01, kind: incident, measured: { pay: { rto: 2h } } }
`,
  prefer: `
services:
  pay: { objectives: { downtime: 4h } }
drills:
  - { date: 2026-02-01, kind: incident, measured: { pay: { rto: 3h } } }
  - { date: 2026-04-01, kind: switchover, measured: { pay: { rto: 2h } } }
`,
});

/** Whether a real incident of the last twelve months had to do with the service: by what it says, or by what it lost. */
function struck(drill: Drill, { index }: Service, { now, stoppedInDrill }: Facts): boolean {
  const { kind, date, services, measured } = drill;
  if (kind !== 'incident' || daysBetween(date, now) > window) return false;
  return measured.has(index) || services?.includes(index) === true || stoppedInDrill(drill.index).has(index);
}

function told({ date }: Drill, seconds: Seconds | undefined): readonly string[] {
  return seconds === undefined ? [] : [`${formatDuration(seconds)} on ${date}`];
}
