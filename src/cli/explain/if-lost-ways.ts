import { optionTime } from '../../analysis/option-time.js';
import { termsOf } from '../../analysis/derive.js';
import type { RecoveryOption } from '../../analysis/recovery-options.js';
import { best, worst, type Side } from '../../analysis/side.js';
import type { Solution, Solver } from '../../analysis/solver.js';
import type { ServiceIndex } from '../../model/model.js';
import { optionWords, tellObstacle, tellTerm, tellTime } from '../../narrative/tell-derivation.js';

/** Every way back of a service with its arithmetic at best and at worst, taken or not; a line each. */
export function wayTexts(solver: Solver, solution: Solution, service: ServiceIndex): readonly string[] {
  const ways = solution.optionsOf(service).flatMap((option) => {
    const texts = ([best, worst] as const).map((side) => sideText(solver, solution, service, option, side));
    const [atBest = '', atWorst = ''] = texts;
    const name = optionWords[option.via];
    return atBest === atWorst ? [`${name}: ${atBest}`] : [`${name} at best: ${atBest}`, `${name} at worst: ${atWorst}`];
  });
  return solution.restoreDisplaced(service)
    ? [...ways, 'restore: left out, since one of the others surely finishes and keeps newer data']
    : ways;
}

function sideText(
  solver: Solver,
  solution: Solution,
  service: ServiceIndex,
  option: RecoveryOption,
  side: Side,
): string {
  const { model, graph } = solver;
  const readyAt = (other: ServiceIndex): number => solution.readyAt(other, side);
  const open = option.sides[side];
  if (!open.open) return tellObstacle(model, open.obstacle);
  const time = tellTime(optionTime(graph, service, open, side, readyAt));
  const terms = termsOf(solver, service, open, side, readyAt);
  return terms.length === 0 ? time : `${time} = ${terms.map((term) => tellTerm(model, term)).join(' + ')}`;
}
