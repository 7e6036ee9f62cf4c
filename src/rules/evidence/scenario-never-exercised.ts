import type { Drill, Scenario } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { heldTest } from '../held-test.js';
import { defineRule, type Rule } from '../rule.js';

export const scenarioNeverExercised: Rule = defineRule({
  id: 'scenario-never-exercised',
  group: 'evidence',
  on: 'inventory',
  severity: 'low',
  byTier: false,
  summary: 'Scenarios that are written down and that no drill has ever played',
  why: 'A team drills what it can drill easily: one site, in the morning, with everybody there. What it wrote down as its fear, two things at once or damaged data, waits for the day.',
  fix: 'Play it in a drill that takes away all that the scenario names, restore the data that it damages, and record both.',
  references: [],
  controls: ['Delegated Regulation (EU) 2024/1774 Art. 26(2)', 'APRA CPS 230 43', 'BSI C5 BCM-04', 'RBI 29(d)'],
  applies: ({ scenarios }) => scenarios.length > 0,
  *check(model, facts) {
    for (const scenario of model.scenarios) {
      const { id, index, lose, corrupt } = scenario;
      const loses = lose.domains.length + lose.services.length > 0;
      const played = !loses || facts.drills.some((drill) => plays(drill, scenario, facts));
      const unrestored = corrupt.filter((service) => !isRestored(facts, service));
      if (played && unrestored.length === 0) continue;
      const [first] = unrestored;
      yield {
        outcome: 'fail',
        message: played
          ? `scenario ${id} damages the data of ${model.services[first ?? -1]?.id ?? ''}, which nobody has ever restored`
          : `no drill has ever taken away all that scenario ${id} does`,
        detail: id,
        spots: [{ at: model.place({ type: 'scenario', index }), label: 'never played' }],
      };
    }
  },
  avoid: `
domains:
  feed: { kind: power }
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
scenarios:
  fire-and-blackout: { lose: [harbour, feed] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered }
`,
  prefer: `
domains:
  feed: { kind: power }
locations:
  harbour: { kind: building }
services:
  orders: { replicas: [{ at: harbour }] }
scenarios:
  fire-and-blackout: { lose: [harbour, feed] }
drills:
  - { date: 2026-04-02, lose: [harbour, feed], result: recovered }
`,
});

function plays({ index, lose }: Drill, scenario: Scenario, { lostInDrill }: Facts): boolean {
  const lost = lostInDrill(index);
  return (
    scenario.lose.domains.every((domain) => lost.has(domain)) &&
    scenario.lose.services.every((service) => lose.services.includes(service))
  );
}

function isRestored({ model, now }: Facts, service: number): boolean {
  return (model.services[service]?.backups ?? []).some(({ tested }) => {
    const test = heldTest(tested, now);
    return test !== undefined && test.result !== 'failed';
  });
}
