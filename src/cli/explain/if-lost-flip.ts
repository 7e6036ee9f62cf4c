import { derive } from '../../analysis/derive.js';
import { flipPoints } from '../../analysis/flip-point.js';
import type { LossEvent } from '../../analysis/loss-event.js';
import type { ServiceOutcome } from '../../analysis/outcome.js';
import { best } from '../../analysis/side.js';
import { createSolver, type Solver } from '../../analysis/solver.js';
import { withStep, type PlannedPhase } from '../../analysis/with-step.js';
import type { Seconds } from '../../model/model.js';
import { tellFlip, tellNoTimeHelps, tellTooLong } from '../../narrative/tell-flip.js';
import { nameField } from '../../report/name-field.js';
import { formatDuration } from '../../units/duration.js';

/** A recovery time held against its target. */
export interface FlipQuestion {
  readonly solver: Solver;
  readonly event: LossEvent;
  readonly outcome: ServiceOutcome;
  readonly target: Seconds;
  readonly verdict: 'kept' | 'broken' | 'unknown';
  /** Ids of what is lost, as asked for. */
  readonly lost: readonly string[];
}

/** What would have to change for the RTO to be met, or why nothing that takes time would do; a sentence each. */
export function flipTexts(question: FlipQuestion): readonly string[] {
  const { solver, event, outcome, target, verdict, lost } = question;
  const { model } = solver;
  if (outcome.recovery.worst === 0 && verdict === 'kept') return [];
  const flips = flipPoints(solver, event, outcome.service, target);
  const told = flips.map((flip) => tellFlip(flip, target, verdict === 'kept'));
  if (verdict === 'kept') return told;
  if (verdict === 'unknown') return told.length > 0 ? told : [openText(question)];
  const { recovery } = outcome;
  if (recovery.best === Infinity)
    return [...told, ...(told.length > 0 ? [] : [tellNoTimeHelps(model, outcome.best, lost)])];
  const { waitsFor } = outcome.best;
  if (waitsFor !== undefined && waitsFor.seconds > target)
    return [
      `waits for ${model.services[waitsFor.service]?.id ?? ''}, ready after ${formatDuration(waitsFor.seconds)} of ${formatDuration(target)}: no time of its own would meet it`,
    ];
  return [
    ...mainSteps(question)
      .filter((phase) => !flips.some((flip) => flip.phase === phase))
      .flatMap((phase) => tooLong(question, phase)),
    ...told,
  ];
}

/** The step that does the work, of the way back taken at best. */
function mainSteps({ outcome }: FlipQuestion): readonly PlannedPhase[] {
  const phase = (
    {
      failover: 'execute',
      rebuild: 'rebuild',
      restore: 'transfer',
      wait: undefined,
      none: undefined,
      never: undefined,
    } as const
  )[outcome.best.via];
  return phase === undefined ? [] : [phase];
}

/** Solved again with the step taking no time: what is left is too long all the same. */
function tooLong({ solver, event, outcome, target }: FlipQuestion, phase: PlannedPhase): readonly string[] {
  const quick = createSolver(withStep(solver.model, outcome.service, phase, 0));
  const solution = quick.solve(event);
  const derivation = derive(quick, solution, outcome.service, best);
  if (derivation.own <= target || derivation.terms.length === 0) return [];
  return [tellTooLong(solver.model, phase, derivation, target)];
}

/** Nothing the service itself takes time for decides it. */
function openText({ solver, outcome }: FlipQuestion): string {
  const fields = outcome.worst.missingForTime.map((field) => nameField(solver.model, field));
  const named = [...new Set(fields.map(({ subject, field }) => `${field} of ${subject}`))];
  return named.length === 0
    ? 'what would happen to others decides it, and that is not sure'
    : `what is not stated decides it: ${named.join(', ')}`;
}
