import { atLeast } from '../finding.js';
import type { Report, ReportFinding } from '../report/report.js';
import { closingLines, unauditedLines } from './closing-lines.js';
import { diagnosticBlock } from './diagnostic-block.js';
import { openFindings } from './acceptance.js';
import { findingBlock } from './finding-block.js';
import { groupBy } from './group-by.js';
import { layoutFor, type Layout } from './layout.js';
import { packBlock } from './pack-block.js';
import type { Reporter } from './reporter.js';
import { repeatsBlock } from './repeats-block.js';
import { piece, renderLines, type StyledLine } from './styled-line.js';

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
  const listed = layout.showWaived === true ? report.findings : openFindings(report);
  const shown = listed.filter(({ severity }) => atLeast(severity, layout.minSeverity));
  const packs = layout.quiet ? [] : (report.packs ?? []);
  return [
    ...findingBlocks(shown, layout),
    ...packs.map((pack) => packBlock(pack, layout)),
    closingLines(report, layout),
  ];
}

/**
 * Each finding in full, but of what repeats below `high` only the first: a rule that says the same of forty services
 * must not bury what matters.
 */
function findingBlocks(findings: readonly ReportFinding[], layout: Layout): readonly Block[] {
  const inFull = (finding: ReportFinding): Block => findingBlock(finding, layout);
  if (layout.verbose) return findings.map(inFull);
  const mild = findings.filter(({ severity }) => !atLeast(severity, 'high'));
  const byRule = groupBy(mild, ({ rule, severity }) => `${severity} ${rule}`);
  const folded = [...byRule.values()].flatMap(([first, second, ...others]): readonly Block[] => {
    if (first === undefined) return [];
    return second === undefined
      ? [inFull(first)]
      : [inFull(first), repeatsBlock(first.rule, [second, ...others], layout)];
  });
  return [...findings.slice(0, findings.length - mild.length).map(inFull), ...folded];
}

/** More problems than these are counted unless the output is verbose: most of them are often one mistake repeated. */
const mostProblems = 50;

function unaudited(report: Report, layout: Layout): readonly Block[] {
  const { diagnostics } = report;
  const shown = layout.verbose ? diagnostics : diagnostics.slice(0, mostProblems);
  const more = diagnostics.length - shown.length;
  const rest: Block = more === 0 ? [] : [[piece('dim', `and ${more} more (-v shows them)`)]];
  return [...shown.map((one) => diagnosticBlock(one, layout)), rest, unauditedLines(report, layout)];
}
