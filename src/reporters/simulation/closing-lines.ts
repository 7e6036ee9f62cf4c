import type { SimulatedObjective, Simulation } from '../../report/simulation.js';
import { commandRows, labelledRow, labelledRows } from '../labelled-row.js';
import { usualInventory } from '../same-inventory.js';
import { shellWord } from '../shell-word.js';
import { piece, type StyledLine } from '../styled-line.js';
import type { Layout } from './layout.js';
import { nameList } from './name-list.js';
import { standingOf } from './standing.js';

/** Fields named before the rest is counted. */
const mostGaps = 5;
/** More services that stay up than these are only counted, unless the output is verbose. */
const mostNamed = 12;

/** What is not touched, what the objectives make of it, what is not stated, and where to go on. */
export function closingLines(simulation: Simulation, layout: Layout): readonly StyledLine[] {
  const { quiet, verbose, width } = layout;
  const { up } = standingOf(simulation);
  const objectives = objectiveTexts(simulation.objectives);
  return [
    [piece('strong', `Staying up: ${up.length} of ${simulation.services.length}`)],
    ...(up.length === 0 || (up.length > mostNamed && !verbose) ? [] : labelledRow('up', up.join(', '), width)),
    ...(objectives.length === 0 ? [] : labelledRows('against', objectives, width)),
    ...(quiet ? [] : labelledRows('unset', gapTexts(simulation, verbose), width)),
    ...(quiet ? [] : nextLines(simulation, layout)),
  ];
}

/** `RTO: 3 kept, 2 broken, 1 unknown`, those not promised for this loss apart. */
export function objectiveTexts(objectives: readonly SimulatedObjective[]): readonly string[] {
  return (['rto', 'rpo'] as const).flatMap((objective) => {
    const own = objectives.filter((one) => one.objective === objective);
    const count = (some: readonly SimulatedObjective[]): string =>
      (['kept', 'broken', 'unknown'] as const)
        .map((verdict) => `${some.filter((one) => one.verdict === verdict).length} ${verdict}`)
        .join(', ');
    const promised = own.filter(({ promisedFor }) => promisedFor !== null);
    const general = own.filter(({ promisedFor }) => promisedFor === null);
    const name = objective.toUpperCase();
    return [
      ...(promised.length === 0 ? [] : [`${name}: ${count(promised)}`]),
      ...(general.length === 0 ? [] : [`${name} not promised for this loss: ${count(general)}`]),
    ];
  });
}

function gapTexts({ gaps }: Simulation, all: boolean): readonly string[] {
  const shown = all ? gaps : gaps.slice(0, mostGaps);
  const more = gaps.length - shown.length;
  return [
    ...shown.map(({ field, subjects }) => `${field} of ${nameList(subjects, all, 4)}`),
    ...(more === 0 ? [] : [`and ${more} more (-v lists them)`]),
  ];
}

function nextLines(
  { event, causes, services }: Simulation,
  { width, same, ending = [] }: Layout,
): readonly StyledLine[] {
  const worst = causes[0]?.holdsUp[0] ?? services.find(({ recovery }) => recovery.worst !== 0)?.id;
  if (worst === undefined) return [];
  const { named } = same ?? usualInventory;
  const plain = event.lose.length > 0 && event.corrupt.length === 0 && event.scenarios.length === 0;
  const lose = event.lose.map(shellWord).join(',');
  const explain =
    plain && named !== undefined
      ? [['firebreak explain service', shellWord(worst), '--if-lost', lose, ...ending, ...named].join(' ')]
      : [];
  return [
    ...commandRows('next', explain),
    ...labelledRow(explain.length === 0 ? 'next' : '', 'the same with --plan: in which order to recover', width),
  ];
}
