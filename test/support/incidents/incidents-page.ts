import type { SimulatedObjective, SimulatedRange, SimulatedService } from '../../../src/report/simulation.js';
import { markdownTable, markdownText } from '../../../src/reporters/markdown-text.js';
import { formatDuration } from '../../../src/units/duration.js';
import { declaredBy } from './declared.js';
import { play, type Incident } from './incident.js';
import { judge, oneOf, type Judged } from './judge.js';

const introduction = `# Real incidents, held against the model

For each incident of [examples/incidents](../examples/incidents) there are two inventories: \`declared\`, what the owner said or could have written down the day before, and \`revealed\`, what the
post-mortem showed. The event is simulated on \`revealed\`, and the answers are held against what became public of each service: its state at once, when it was back, what data it lost, whether its
objectives were kept, and in which order services returned.

- **hit**: the model says what happened.
- **open**: the model says that and more, because somebody never published what would decide it.
- **miss**: the model says otherwise. Each is listed with its reason; a test fails when one is not.
- **not assessable**: what the format cannot say at all.
- **broken that day, said before**: the objectives that the event broke, and what Firebreak says of them from \`declared\` alone. None may be kept.

A modelled time is a lower bound: a service that took longer than that is a hit, one that was back sooner is a miss. "Back at once, or later" is true of everything and counts as open.
This page is written by a test from \`expected.yaml\` and the simulation; nobody edits it.
`;

/** docs/INCIDENTS.md. */
export function incidentsPage(incidents: readonly Incident[]): string {
  const judged = incidents.map((incident) => {
    const simulation = play(incident.files.revealed, incident.expected.events.revealed);
    return {
      incident,
      simulation,
      judged: judge(simulation, incident.expected),
      declared: declaredBy(incident).objectives,
    };
  });
  return [
    introduction,
    markdownTable(
      ['Incident', 'Hits', 'Open', 'Misses', 'Not assessable', 'Broken that day, said before'],
      [
        ...judged.map(({ incident: { name, expected }, judged: all, declared }) => [
          `[${markdownText(expected.title)}](../examples/incidents/${name}/README.md)`,
          ...counts(all),
          String(expected.notAssessable.length),
          verdictsText(declared),
        ]),
        [
          '**All**',
          ...counts(judged.flatMap(({ judged: all }) => all)),
          String(incidents.flatMap(({ expected }) => expected.notAssessable).length),
          verdictsText(judged.flatMap(({ declared }) => declared)),
        ],
      ],
    ),
    '## Misses\n',
    markdownTable(
      ['Incident', 'Service', 'What', 'Why'],
      incidents.flatMap(({ name, expected }) =>
        expected.misses.map(({ service, what, why }) => [name, `\`${service}\``, words[what], markdownText(why)]),
      ),
    ),
    '## Not assessable\n',
    markdownTable(
      ['Incident', 'What', 'Why'],
      incidents.flatMap(({ name, expected }) =>
        expected.notAssessable.map(({ about, why }) => [name, markdownText(about), markdownText(why)]),
      ),
    ),
    ...judged.flatMap(({ incident, simulation, judged: all }) => [
      `## ${markdownText(incident.expected.title)}\n`,
      markdownTable(
        ['Service', 'At once: public', 'model', 'Back: public', 'model', 'Data lost: public', 'model', 'Verdict'],
        simulation.services
          .filter(({ id }) => id in incident.expected.services)
          .map((service) => serviceRow(service, incident, all)),
      ),
    ]),
  ].join('\n');
}

const words = { atOnce: 'at once', back: 'back', loss: 'data loss', rto: 'RTO', rpo: 'RPO', order: 'order' } as const;

function verdictsText(objectives: readonly SimulatedObjective[]): string {
  return (['kept', 'broken', 'unknown'] as const)
    .map((one) => `${objectives.filter(({ verdict }) => verdict === one).length} ${one}`)
    .join(', ');
}

const judgements = ['hit', 'open', 'miss'] as const;

function counts(judged: readonly Judged[]): readonly string[] {
  return judgements.map((one) => String(judged.filter(({ judgement }) => judgement === one).length));
}

function serviceRow(service: SimulatedService, { expected }: Incident, judged: readonly Judged[]): readonly string[] {
  const { atOnce, back, loss, lossTime } = expected.services[service.id] ?? {};
  const own = judged.filter(({ service: id, other }) => id === service.id || other === service.id);
  const named = (judgement: Judged['judgement']): readonly string[] => [
    ...new Set(own.filter((one) => one.judgement === judgement).map(({ what }) => words[what])),
  ];
  return [
    `\`${service.id}\``,
    atOnce === undefined ? '·' : oneOf(atOnce).join(' or '),
    stateText(service),
    back ?? '·',
    rangeText(service.recovery, 'never'),
    loss === undefined ? '·' : `${loss}${lossTime === undefined ? '' : ` (${lossTime})`}`,
    rangeText(service.loss, 'all'),
    judgements
      .filter((judgement) => named(judgement).length > 0)
      .map((judgement) => `${judgement === 'miss' ? '**miss**' : judgement}: ${named(judgement).join(', ')}`)
      .join('; '),
  ];
}

function stateText({ state: { best, worst } }: SimulatedService): string {
  return best === worst ? best : `${best} to ${worst}`;
}

function rangeText({ best, worst }: SimulatedRange, endless: string): string {
  const text = (seconds: number | null): string => (seconds === null ? endless : formatDuration(seconds));
  return best === worst ? text(best) : `${text(best)} to ${text(worst)}`;
}
