import { derive } from '../../analysis/derive.js';
import { flipPoints } from '../../analysis/flip-point.js';
import type { LossEvent } from '../../analysis/loss-event.js';
import { lossFlips } from '../../analysis/loss-flip.js';
import type { Derivation, MissingField, ServiceOutcome } from '../../analysis/outcome.js';
import { best } from '../../analysis/side.js';
import { createSolver, type Solver } from '../../analysis/solver.js';
import { withStep, type PlannedPhase } from '../../analysis/with-step.js';
import type { Seconds } from '../../model/model.js';
import {
  tellFlip,
  tellLateDependency,
  tellLossFlip,
  tellNoTimeHelps,
  tellOutage,
  tellTooLong,
} from '../../narrative/tell-flip.js';
import { nameField } from '../../report/name-field.js';

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
  if (verdict === 'unknown') return told.length > 0 ? told : [openText(solver, outcome.worst.missingForTime)];
  const { recovery } = outcome;
  if (recovery.best === Infinity)
    return [...told, ...(told.length > 0 ? [] : [tellNoTimeHelps(model, outcome.best, lost)])];
  const late = lateDependency(question, outcome.best);
  if (late !== undefined) return [late];
  const main = mainStep[outcome.best.via];
  if (main === undefined) return [...told, ...(told.length > 0 ? [] : [tellOutage(outcome.best.own, target)])];
  return [...(flips.some(({ phase }) => phase === main) ? [] : tooLong(question, main)), ...told];
}

/** What would have to change for the RPO to be met; a sentence each. */
export function lossFlipTexts({ solver, event, outcome, target, verdict }: FlipQuestion): readonly string[] {
  if (outcome.loss.worst === 0 && verdict === 'kept') return [];
  const told = lossFlips(solver, event, outcome.service, target).map((flip) =>
    tellLossFlip(flip, target, verdict === 'kept'),
  );
  return told.length > 0 || verdict !== 'unknown' ? told : [openText(solver, outcome.worst.missingForLoss)];
}

/** The step that does the work, of the way back taken at best. */
const mainStep = {
  failover: 'execute',
  rebuild: 'rebuild',
  restore: 'transfer',
  wait: undefined,
  none: undefined,
  never: undefined,
} as const;

/** Solved again with the step taking no time: what is left is too long all the same. */
function tooLong(question: FlipQuestion, phase: PlannedPhase): readonly string[] {
  const { solver, event, outcome, target } = question;
  const quick = createSolver(withStep(solver.model, outcome.service, phase, 0));
  const derivation = derive(quick, quick.solve(event), outcome.service, best);
  if (derivation.own > target) return [tellTooLong(solver.model, phase, derivation, target)];
  const late = lateDependency(question, derivation);
  return late === undefined ? [] : [late];
}

/** A hard dependency that alone comes too late. */
function lateDependency({ solver, target }: FlipQuestion, { waitsFor }: Derivation): string | undefined {
  return waitsFor === undefined || waitsFor.seconds <= target
    ? undefined
    : tellLateDependency(solver.model, waitsFor.service, waitsFor.seconds, target);
}

/** Nothing the service itself takes time for decides it. */
function openText(solver: Solver, missing: readonly MissingField[]): string {
  const fields = missing.map((field) => nameField(solver.model, field));
  const named = [...new Set(fields.map(({ subject, field }) => `${field} of ${subject}`))];
  return named.length === 0
    ? 'what would happen to others decides it, and that is not sure'
    : `what is not stated decides it: ${named.join(', ')}`;
}
