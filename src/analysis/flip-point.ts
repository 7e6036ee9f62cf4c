import type { Seconds, ServiceIndex } from '../model/model.js';
import type { LossEvent } from './loss-event.js';
import { stepsOf, type Step } from './option-steps.js';
import { waitsOf } from './option-time.js';
import { best, worst, type Side } from './side.js';
import { createSolver, type Solution, type Solver } from './solver.js';
import { withStep, type PlannedPhase } from './with-step.js';

/** The longest that one step may take for a target to be met, everything else as it is. */
export interface Flip {
  readonly phase: PlannedPhase;
  /** Seconds, to the millisecond below. */
  readonly limit: Seconds;
  /** The target is then met even with every unknown at its worst; otherwise only at best. */
  readonly surely: boolean;
}

const phases = [
  'execute',
  'startup',
  'rebuild',
  'transfer',
  'prepare',
  'restart',
  'detect',
  'decide',
  'redirect',
  'verify',
] as const;

/**
 * The steps of a service's own recovery that decide whether its target is met, each with its limit. Worked out from the
 * terms and tried: at the limit the target is met, a second later it is not. A step whose time makes no difference is
 * none of them. For what is sure where there is such a step; otherwise for what is possible.
 */
export function flipPoints(solver: Solver, event: LossEvent, service: ServiceIndex, target: Seconds): readonly Flip[] {
  const surely = flipsOn(solver, event, service, target, worst);
  if (surely.length > 0) return surely;
  return solver.solve(event).readyAt(service, best) > target ? flipsOn(solver, event, service, target, best) : [];
}

function flipsOn(
  { model }: Solver,
  event: LossEvent,
  service: ServiceIndex,
  target: Seconds,
  side: Side,
): readonly Flip[] {
  const solved = (phase: PlannedPhase, seconds: Seconds): { readonly solver: Solver; readonly solution: Solution } => {
    const solver = createSolver(withStep(model, service, phase, seconds));
    return { solver, solution: solver.solve(event) };
  };
  const meets = (phase: PlannedPhase, seconds: Seconds): boolean => {
    const { solution } = solved(phase, seconds);
    return solution.readyAt(service, side) <= target;
  };
  return phases.flatMap((phase) => {
    const { solver, solution } = solved(phase, 0);
    const longest = limitsOf(solver, solution, service, target, phase, side);
    // Sums of decimals may lie a hair above the target; a millisecond is the finest that can be written down.
    const limit = longest
      .map((seconds) => Math.floor(seconds * 1000 + 1e-6) / 1000)
      .flatMap((whole) => [whole, whole - 0.001])
      .find((seconds) => seconds >= 0 && meets(phase, seconds));
    if (limit === undefined || meets(phase, limit + 1)) return [];
    return [{ phase, limit, surely: side === worst }];
  });
}

/**
 * The longest that a step may take in each option that then meets the target, the longest first; the step takes no time
 * in `solution`. An option that waits for the service itself may seem to allow more than it does.
 */
function limitsOf(
  { model, graph }: Solver,
  solution: Solution,
  service: ServiceIndex,
  target: Seconds,
  phase: PlannedPhase,
  side: Side,
): readonly Seconds[] {
  const limits = solution.optionsOf(service).flatMap(({ sides }) => {
    const option = sides[side];
    if (!option.open) return [];
    const waited = waitsOf(graph, service, option, side, (other) => solution.readyAt(other, side)).reduce(
      (latest, { seconds }) => Math.max(latest, seconds),
      0,
    );
    const { before: first, after: last } = option;
    const steps = stepsOf(model, service, option, side);
    const has = (some: readonly Step[]): boolean => some.some((step) => step.phase === phase);
    if (Math.max(first, waited) + last > target) return [];
    if (has(steps.after)) return [target - last - Math.max(first, waited)];
    return has(steps.before) ? [target - last - first] : [];
  });
  return [...new Set(limits)].sort((a, b) => b - a);
}
