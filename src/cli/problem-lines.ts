import type { Problem } from '../problem.js';
import { reportDiagnostics } from '../report/report-diagnostics.js';
import type { Sources } from '../source/sources.js';
import { diagnosticLines } from './diagnostic-lines.js';

/** Problems as lines for stderr, with frames and without colour. */
export function problemLines(problems: readonly Problem[], sources: Sources): readonly string[] {
  return diagnosticLines(reportDiagnostics(sources, problems));
}
