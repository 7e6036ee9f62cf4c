import type { PlannedBreak, PlannedStart, PlannedWait, Simulation } from '../../report/simulation.js';
import { formatDuration } from '../../units/duration.js';
import { plural } from '../plural.js';
import { eventText, lastsText } from './event-text.js';
import { markdownCode, markdownText } from '../markdown-text.js';
import { rangeText } from './range-text.js';
import { standingOf } from './standing.js';

/** A runbook to fill in: what to break first, then what can be started when and what it waits for. */
export function markdownPlan(simulation: Simulation): string {
  const { event, plan } = simulation;
  const never = neverPart(simulation);
  const nothing = never === '' ? 'Nothing stops, so there is nothing to start.\n' : 'Nothing can be started.\n';
  return [
    `# Recovery plan for: ${markdownText(eventText(event))}\n\n` +
      `Lasts: ${lastsText(event)}.\n\n` +
      'Times count from the loss and are worked out from the inventory, with everything that it does not state at its ' +
      'best; the second time of a range is the worst case.\n',
    circlesPart(plan.circles),
    ...plan.waves.map(wavePart),
    plan.waves.length === 0 ? nothing : '',
    never,
    checkPart(simulation),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const reasons = {
  hard: 'hard dependency',
  startup: 'needed to start',
  uses: 'needed to recover it',
  key: 'holds the key of its backup',
} as const;

function circlesPart(circles: readonly PlannedBreak[]): string {
  if (circles.length === 0) return '';
  const lines = circles.map(({ services, circle, breakBy, smallest }) => {
    const way = [...circle, ...circle.slice(0, 1)].map(markdownCode).join(' → ');
    const exact = smallest ? 'no smaller set of waits does it' : 'found step by step, a smaller set may do';
    const who = services.length === circle.length ? way : `${codes(services)}, for example ${way}`;
    return `- ${who}\n\n  To break it (${exact}):\n\n` + breakBy.map((wait) => `  - [ ] ${breakText(wait)}\n`).join('');
  });
  return (
    `## First: ${plural(circles.length, 'circle')} of waits\n\n` +
    'These services wait for each other, and none of them starts before that is broken.\n\n' +
    lines.join('\n')
  );
}

function breakText({ service, waitsFor, by }: PlannedWait): string {
  const verb = { hard: 'run', startup: 'start', uses: 'be recovered', key: 'be restored' }[by];
  return `make it possible for ${markdownCode(service)} to ${verb} without ${waitsFor.map(markdownCode).join(' or ')} (${reasons[by]})`;
}

function wavePart(wave: readonly PlannedStart[], index: number): string {
  const waits = index === 0 ? 'waits for nobody' : `after wave ${index}`;
  return `## Wave ${index + 1}: ${waits}\n\n${wave.map(startText).join('')}`;
}

function startText(start: PlannedStart): string {
  const { service, via, startsAt, readyAt, waitsFor, steps, runbook, owner } = start;
  const ready = `ready after ${rangeText(readyAt, 'never')}`;
  const what =
    via === 'none' ? `comes back by itself, ${ready}` : `${actions[via]} from ${formatDuration(startsAt)}, ${ready}`;
  const details = [
    ...(waitsFor.length === 0 ? [] : [`waits for ${waitsFor.map(waitText).join(', ')}`]),
    ...(steps.length === 0 ? [] : [`steps: ${steps.map(stepText).join(', ')}`]),
    ...(via === 'none' || via === 'wait'
      ? []
      : [runbook === null ? 'runbook: none named' : `runbook: ${markdownCode(runbook)}`]),
    ...(owner === null ? [] : [`owner: ${markdownText(owner)}`]),
  ];
  return `- [ ] ${markdownCode(service)}: ${what}\n${details.map((detail) => `  - ${detail}\n`).join('')}`;
}

const actions = {
  failover: 'fail over',
  restore: 'restore from backup',
  rebuild: 'rebuild',
  wait: 'wait for what is lost to come back, then start,',
  never: 'no way back,',
} as const;

function waitText({ waitsFor, by }: PlannedWait): string {
  return `${waitsFor.map(markdownCode).join(' or ')} (${reasons[by]})`;
}

function stepText({ phase, seconds }: PlannedStart['steps'][number]): string {
  return `${phase} ${seconds === null ? '(time not stated)' : formatDuration(seconds)}`;
}

function neverPart({ causes, plan }: Simulation): string {
  if (plan.blocked.length === 0) return '';
  const roots = causes
    .filter(({ circular }) => !circular)
    .map(
      ({ services: ids, because, holdsUp }) =>
        `- [ ] find a way back for ${codes(ids)}: ${markdownText(because)}` +
        `${holdsUp.length === 0 ? '' : `; holds up ${plural(holdsUp.length, 'service')}`}\n`,
    );
  const circle = plan.circles.length === 0 ? '' : 'the circles are broken and ';
  const waves = plan.blocked.map(
    (wave, index) =>
      `### ${index === 0 ? 'First' : 'Next'}\n\n${wave
        .map(({ service, waitsFor }) => `- [ ] ${markdownCode(service)}${waitsText(waitsFor)}\n`)
        .join('')}`,
  );
  return (
    '## Never back as things stand\n\n' +
    (roots.length === 0 ? '' : `${roots.join('')}\n`) +
    `Once ${circle}each of these has a way back, they could be started in this order. How long that takes cannot be said.\n\n` +
    waves.join('\n')
  );
}

function waitsText(waitsFor: readonly PlannedWait[]): string {
  return waitsFor.length === 0 ? '' : `, waits for ${waitsFor.map(waitText).join(', ')}`;
}

function checkPart(simulation: Simulation): string {
  const { maybeDown } = standingOf(simulation);
  return maybeDown.length === 0
    ? ''
    : `## Check as well\n\nMay be down, depending on what the inventory does not state: ${codes(maybeDown)}\n`;
}

function codes(ids: readonly string[]): string {
  return ids.map(markdownCode).join(', ');
}
