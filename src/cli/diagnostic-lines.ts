import type { Diagnostic } from '../report/report.js';
import { diagnosticBlock } from '../reporters/diagnostic-block.js';
import { layoutFor } from '../reporters/layout.js';
import { unpainted } from '../reporters/paint.js';
import { renderLines } from '../reporters/styled-line.js';
import { stdoutTerminal } from './stdout-terminal.js';

/** Leaves room for the indent of a message's help. */
const width = 78;

/** Diagnostics as lines for stderr, with frames and without colour. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  const layout = layoutFor({
    width,
    paint: unpainted,
    unicode: stdoutTerminal({}).unicode,
    minSeverity: 'info',
    quiet: false,
    verbose: true,
    showPath: (path) => path,
  });
  return diagnostics.flatMap((diagnostic) =>
    renderLines(diagnosticBlock(diagnostic, layout), unpainted).trimEnd().split('\n'),
  );
}
