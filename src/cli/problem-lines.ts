import type { Problem } from '../problem.js';
import { locateSpot } from '../report/locate-spot.js';
import type { Diagnostic } from '../report/report.js';
import { diagnosticBlock } from '../reporters/diagnostic-block.js';
import { layoutFor } from '../reporters/layout.js';
import { unpainted } from '../reporters/paint.js';
import { renderLines } from '../reporters/styled-line.js';
import type { Sources } from '../source/sources.js';
import { stdoutTerminal } from './stdout-terminal.js';

/** Leaves room for the indent of a message's help. */
const width = 78;

/** Problems as lines for stderr, with frames and without colour. */
export function problemLines(problems: readonly Problem[], sources: Sources): readonly string[] {
  const layout = layoutFor({
    width,
    paint: unpainted,
    unicode: stdoutTerminal({}).unicode,
    minSeverity: 'info',
    quiet: false,
    verbose: true,
    showPath: (path) => path,
  });
  return problems.flatMap((problem) =>
    renderLines(diagnosticBlock(diagnosticOf(problem, sources), layout), unpainted)
      .trimEnd()
      .split('\n'),
  );
}

function diagnosticOf({ code, message, at, help, related = [] }: Problem, sources: Sources): Diagnostic {
  return {
    code,
    message,
    locations: [locateSpot(sources, at, ''), ...related.map((other) => locateSpot(sources, other.at, other.label))],
    ...(help === undefined ? {} : { help }),
  };
}
