import type { Problem } from '../problem.js';
import type { Sources } from '../source/sources.js';
import { locateSpot } from './locate-spot.js';
import type { Diagnostic } from './report.js';

/** Problems with their places resolved, in the order in which a reader meets them. */
export function reportDiagnostics(sources: Sources, problems: readonly Problem[]): readonly Diagnostic[] {
  return problems.map((problem) => reportDiagnostic(sources, problem)).sort(byPlace);
}

function reportDiagnostic(sources: Sources, { code, message, at, help, related = [] }: Problem): Diagnostic {
  return {
    code,
    message,
    locations: [locateSpot(sources, at, ''), ...related.map((other) => locateSpot(sources, other.at, other.label))],
    ...(help === undefined ? {} : { help }),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [first] = a.locations;
  const [second] = b.locations;
  if (first === undefined || second === undefined) return 0;
  if (first.path !== second.path) return first.path < second.path ? -1 : 1;
  return first.start.line - second.start.line || first.start.column - second.start.column;
}
