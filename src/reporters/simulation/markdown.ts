import type { LossRanking, Simulation } from '../../report/simulation.js';
import { formatDuration } from '../../units/duration.js';
import { atOnceText } from './at-once-lines.js';
import { objectiveTexts } from './closing-lines.js';
import { comingBack } from './coming-back.js';
import { eventHeading, lastsText } from './event-text.js';
import { markdownPlan } from './markdown-plan.js';
import { markdownCode, markdownTable, markdownText } from '../markdown-text.js';
import { countText } from './ranking-lines.js';
import { rangeText } from './range-text.js';
import type { SimulationReporter } from './simulation-reporter.js';
import { standingOf } from './standing.js';

/** For a pull request, a ticket or a page of a wiki. Nothing is cut short. */
export const markdownSimulation: SimulationReporter = {
  simulation: (simulation) =>
    [heading, atOnce, timeline, never, losses, objectives, gaps]
      .map((part) => part(simulation))
      .filter((part) => part !== '')
      .join('\n'),
  plan: (simulation) => markdownPlan(simulation),
  ranking,
};

function heading({ event, lost }: Simulation): string {
  return `# ${markdownText(eventHeading(event))}\n\nLost: ${codes(lost)}. Lasts: ${lastsText(event)}.\n`;
}

function atOnce(simulation: Simulation): string {
  const { down, maybeDown, degraded, maybeDegraded, up } = standingOf(simulation);
  const rows = [
    ['Down', down],
    ['May be down', maybeDown],
    ['Degraded', degraded],
    ['May be degraded', maybeDegraded],
    ['Staying up', up],
  ] as const;
  const lines = rows.flatMap(([title, ids]) =>
    ids.length === 0 ? [] : [`- ${title} (${ids.length}): ${codes(ids)}\n`],
  );
  return `## At once\n\n${atOnceText(simulation)}.\n\n${lines.join('')}`;
}

function timeline(simulation: Simulation): string {
  const back = comingBack(simulation);
  if (back.length === 0) return '';
  const rtos = new Map(
    simulation.objectives.flatMap((one) => (one.objective === 'rto' ? [[one.service, one] as const] : [])),
  );
  const rows = back.map(({ id, recovery, because }) => {
    const rto = rtos.get(id);
    const promised = rto?.promisedFor === null ? ', not promised for this loss' : '';
    return [
      markdownCode(id),
      rangeText(recovery, 'never'),
      rto === undefined ? '' : `${formatDuration(rto.target)} ${rto.verdict}${promised}`,
      because.map(markdownText).join('<br>'),
    ];
  });
  return `## Coming back\n\n${markdownTable(['Service', 'Ready', 'RTO', 'Because'], rows)}`;
}

function never({ services, causes }: Simulation): string {
  const lost = services.filter(({ recovery }) => recovery.best === null).map(({ id }) => id);
  if (lost.length === 0) return '';
  const lines = causes.map(({ services: roots, because, holdsUp }) => {
    const held = holdsUp.length === 0 ? '' : `; holds up ${codes(holdsUp)}`;
    return `- ${codes(roots)} never: ${markdownText(because)}${held}\n`;
  });
  return `## Never coming back\n\n${codes(lost)}\n\n${lines.join('')}`;
}

function losses({ dataLosses }: Simulation): string {
  if (dataLosses.length === 0) return '## Data lost\n\nNone.\n';
  const rows = dataLosses.map(({ service, loss, because, inheritedBy }) => [
    markdownCode(service),
    rangeText(loss, 'everything'),
    markdownText(because),
    codes(inheritedBy),
  ]);
  return `## Data lost\n\n${markdownTable(['Service', 'Lost', 'Because', 'With it'], rows)}`;
}

function objectives(simulation: Simulation): string {
  const texts = objectiveTexts(simulation.objectives);
  return texts.length === 0 ? '' : `## Objectives\n\n${texts.map((text) => `- ${text}\n`).join('')}`;
}

function gaps({ gaps: fields }: Simulation): string {
  if (fields.length === 0) return '';
  const lines = fields.map(({ field, subjects }) => `- ${markdownCode(field)} of ${codes(subjects)}\n`);
  return `## Not stated\n\nThe worst answers rest on these:\n\n${lines.join('')}`;
}

function ranking({ kind, losses: ranked }: LossRanking): string {
  const rows = ranked.map((loss) => [
    markdownCode(loss.domain),
    markdownText(loss.kind),
    countText(loss.beyondRto),
    countText(loss.down),
    countText(loss.losingData),
  ]);
  const what = kind === null ? 'failure domain' : `failure domain of kind ${markdownText(kind)}`;
  return `# Single losses, the worst first\n\nEvery ${what}, in services hit; a range where it is not known.\n\n${markdownTable(
    ['Loss of', 'Kind', 'Beyond RTO', 'Down', 'Losing data'],
    rows,
  )}`;
}

function codes(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : ids.map(markdownCode).join(', ');
}
