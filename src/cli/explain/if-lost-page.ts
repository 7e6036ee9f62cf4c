import { serviceOutcome } from '../../analysis/service-outcome.js';
import type { Solution, Solver } from '../../analysis/solver.js';
import type { Service } from '../../model/model.js';
import { tellDerivation } from '../../narrative/tell-derivation.js';
import { tellLoss } from '../../narrative/tell-loss.js';
import { simulatedObjectives } from '../../report/simulation-objectives.js';
import { publishedRange } from '../../report/simulation-numbers.js';
import type { SimulatedEvent, SimulatedObjective } from '../../report/simulation.js';
import { clean } from '../../reporters/clean.js';
import { labelledRow, labelledRows } from '../../reporters/labelled-row.js';
import type { Paint } from '../../reporters/paint.js';
import { asciiText } from '../../reporters/simulation/ascii-text.js';
import { eventText, lastsText } from '../../reporters/simulation/event-text.js';
import { rangeText } from '../../reporters/simulation/range-text.js';
import { piece, renderLines, type StyledLine } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import { formatDuration } from '../../units/duration.js';
import type { Terminal } from '../terminal.js';
import { flipTexts, lossFlipTexts } from './if-lost-flip.js';
import { waitTexts } from './if-lost-waits.js';
import { wayTexts } from './if-lost-ways.js';

export interface IfLostPageOptions extends Terminal {
  readonly paint: Paint;
}

/** What one loss does to one service: both answers with all their arithmetic, and what would change the verdict. */
export function ifLostPage(
  solver: Solver,
  solution: Solution,
  service: Service,
  asked: SimulatedEvent,
  { width, unicode, paint }: IfLostPageOptions,
): string {
  const { model } = solver;
  const outcome = serviceOutcome(solver, solution, service.index);
  const objectives = simulatedObjectives(solver, solution).filter((one) => one.service === service.id);
  const ways = wayTexts(solver, solution, service.index);
  const waits = waitTexts(solver, solution, service.index);
  const { state, recovery, loss } = outcome;
  const say = unicode ? (text: string): string => text : asciiText;
  const row = (label: string, text: string): readonly StyledLine[] => labelledRow(label, say(text), width);
  const both = (label: string, tell: (side: 'best' | 'worst') => string): readonly StyledLine[] => {
    const [best = '', worst = ''] = (['best', 'worst'] as const).map(tell);
    return best === worst ? row(label, best) : [...row(label, `at best ${best}`), ...row('', `at worst ${worst}`)];
  };
  const { event } = solution;
  const flips = objectives.flatMap(({ objective, target, verdict }) => {
    const question = { solver, event, outcome, target, verdict, lost: asked.lose };
    return objective === 'rto' ? flipTexts(question) : lossFlipTexts(question);
  });
  const blocks: readonly (readonly StyledLine[])[] = [
    [
      ...wrap(clean(say(`${service.id}: ${eventText(asked)}`)), width).map((line) => [piece('strong', line)]),
      ...row('lasts', lastsText(asked)),
    ],
    [
      ...row('at once', state.best === state.worst ? state.best : `${state.best} at best, ${state.worst} at worst`),
      ...row('ready', recovery.worst === 0 ? 'never stopped' : rangeText(publishedRange(recovery), 'never')),
      ...row('loses', loss.worst === 0 ? 'nothing' : rangeText(publishedRange(loss), 'everything')),
      ...objectives.flatMap((one) => row(one.objective.toUpperCase(), objectiveText(one))),
    ],
    [
      ...both('time', (side) => tellDerivation(model, service.index, recovery[side], outcome[side])),
      ...(loss.worst === 0 ? [] : both('data', (side) => tellLoss(model, service.index, loss[side], outcome[side]))),
    ],
    labelledRows('ways', ways.map(say), width),
    labelledRows('waits', waits.map(say), width),
    labelledRows('flip', [...new Set(flips.map(say))], width),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => renderLines(block, paint))
    .join('\n');
}

function objectiveText({ target, verdict, promisedFor }: SimulatedObjective): string {
  const promise = promisedFor === null ? 'not promised for this loss' : `promised for kind ${promisedFor}`;
  return `${formatDuration(target)}: ${verdict} (${promise})`;
}
