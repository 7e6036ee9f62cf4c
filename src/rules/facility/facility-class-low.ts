import { countKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

const minimum = defineOption(countKind(1, 4), {
  name: 'minimum',
  summary: 'The lowest class of a building with services in it: 1 to 4 in each of the schemes',
  example: 3,
  default: 3,
  source: 'tool default',
  basis: 'class 3 can be serviced without being switched off',
});

export const facilityClassLow: Rule = defineRule({
  id: 'facility-class-low',
  group: 'facility',
  on: 'failure-domain',
  severity: 'low',
  byTier: false,
  summary: 'A building of a class that has to be switched off to be serviced',
  why: 'Below class 3 there is one path for power and cooling, and every piece of work on it is an outage. The class says nothing about a fire: the buildings at Pangyo and Portland had redundant power too.',
  fix: 'Move what may not stop to a building of a higher class, or keep a copy ready in another one, which helps against more.',
  references: [
    { title: 'Uptime Institute, Tier Standard: Topology' },
    { title: 'EN 50600-1 availability classes' },
    { title: 'ANSI/TIA-942 ratings' },
  ],
  controls: [
    'EN 50600-1',
    'ANSI/TIA-942',
    'Uptime Tier Standard: Topology',
    'ISO/IEC 27001:2022 A.8.14',
    'BSI C5 PS-06',
  ],
  options: [minimum],
  applies: hasFacility,
  *check(location, facts, options) {
    const written = location.facility?.class;
    const level = written === undefined ? undefined : levelOf(written);
    if (written === undefined || level === undefined) {
      yield* written === undefined
        ? unstated(location, ['class'])
        : [
            {
              outcome: 'unknown',
              missing: [{ owner: { type: 'domain', index: location.index }, path: ['facility', 'class'] }],
            } as const,
          ];
      return;
    }
    const least = minimum.of(options);
    if (level >= least) return;
    yield facilityFailure(facts, location, 'class', {
      message: `${location.id} is of class ${level} (${written}), ${least} is asked for`,
      label: `class ${level}`,
    });
  },
  avoid: `
locations:
  east: { kind: building, facility: { class: Uptime Tier II } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { class: Uptime Tier III } }
services:
  web: { replicas: [{ at: east }] }
`,
});

const roman: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
]);

/** The class at the end of the text: `Uptime Tier III`, `EN 50600 class 3`, `TIA-942 Rated-3`. The schemes share the steps 1 to 4. */
function levelOf(written: string): number | undefined {
  const [, last = ''] = /(?:tier|class|rated|rating|level)[ -]?(IV|I{1,3}|[1-4])$/i.exec(written.trim()) ?? [];
  return roman.get(last.toUpperCase()) ?? (/^[1-4]$/.test(last) ? Number(last) : undefined);
}
