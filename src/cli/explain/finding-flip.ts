import { serviceOutcome } from '../../analysis/service-outcome.js';
import { createSolver } from '../../analysis/solver.js';
import type { Model } from '../../model/model.js';
import type { ReportFinding, ReportPromise } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import { flipTexts } from './if-lost-flip.js';

/** Fields beyond these are counted. */
const mostFields = 6;

/**
 * The smallest changes that would settle a finding: how long a step may take for each promise of its subject that does
 * not hold, which promise would hold instead, and what somebody would have to write down. Where none of that applies, the
 * fix.
 */
export function flipsOf(model: Model, finding: ReportFinding, promises: readonly ReportPromise[]): readonly string[] {
  const own = promises.filter(({ verdict }) => verdict === 'broken' || verdict === 'unknown');
  const told = own.flatMap((promise) => [
    ...timeFlips(model, promise),
    ...targetFlips(promise),
    ...fieldFlips(promise),
  ]);
  return [...new Set([...told, finding.fix])];
}

/** Solved again with other times, as `explain service --if-lost` does. */
function timeFlips(
  model: Model,
  { service, objective, worst, target, verdict, kind }: ReportPromise,
): readonly string[] {
  const index = model.serviceById.get(service);
  const domain = model.domainById.get(worst ?? '');
  if (objective !== 'rto' || index === undefined || domain === undefined || worst === undefined) return [];
  if (verdict === 'not-applicable') return [];
  const solver = createSolver(model);
  const event = { domains: [domain], services: [], corrupted: [], lasts: undefined, destroys: false };
  const outcome = serviceOutcome(solver, solver.solve(event), index);
  return flipTexts({ solver, event, outcome, target, verdict, lost: [worst] }).map(
    (text) => `loss of ${kind} ${worst}: ${text}`,
  );
}

function targetFlips({ objective, modelled, worst, kind, verdict }: ReportPromise): readonly string[] {
  const { best, worst: most } = modelled;
  if (verdict !== 'broken' || best === null || worst === undefined) return [];
  const name = objective.toUpperCase();
  const sure = most === null || most > best ? 'could hold at best' : 'would hold';
  return [`loss of ${kind} ${worst}: the ${name} that ${sure} is ${formatDuration(best)}`];
}

function fieldFlips({ missing, kind, objective, worst }: ReportPromise): readonly string[] {
  if (missing.length === 0) return [];
  const names = missing.map(({ subject, field }) => `${field} of ${subject}`);
  const more = names.length - mostFields;
  const named = names.slice(0, mostFields).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [`loss of ${kind} ${worst ?? ''}: the ${objective.toUpperCase()} is decided by what is not stated: ${named}`];
}
