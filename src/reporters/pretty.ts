import { atLeast } from '../finding.js';
import type { Report } from '../report/report.js';
import { closingLines, unauditedLines } from './closing-lines.js';
import { diagnosticBlock } from './diagnostic-block.js';
import { findingBlock } from './finding-block.js';
import { layoutFor, type Layout } from './layout.js';
import type { Reporter } from './reporter.js';
import { renderLines, type StyledLine } from './styled-line.js';

/** For people at a terminal or in a job's log. Meaning never hangs on colour alone. */
export const pretty: Reporter = (report, options) => {
  const layout = layoutFor(options);
  const blocks = report.gate.result === 'unaudited' ? unaudited(report, layout) : audited(report, layout);
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => renderLines(block, options.paint))
    .join('\n');
};

type Block = readonly StyledLine[];

function audited(report: Report, layout: Layout): readonly Block[] {
  const shown = report.findings.filter(({ severity }) => atLeast(severity, layout.minSeverity));
  return [...shown.map((finding) => findingBlock(finding, layout)), closingLines(report, layout)];
}

function unaudited(report: Report, layout: Layout): readonly Block[] {
  return [...report.diagnostics.map((one) => diagnosticBlock(one, layout)), unauditedLines(report, layout)];
}
