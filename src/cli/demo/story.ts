import type { Report } from '../../report/report.js';
import type { Simulation } from '../../report/simulation.js';
import { findingBlock } from '../../reporters/finding-block.js';
import { layoutFor } from '../../reporters/layout.js';
import { plural } from '../../reporters/plural.js';
import { readinessLines } from '../../reporters/readiness-lines.js';
import type { ReporterOptions } from '../../reporters/reporter.js';
import { shellWord } from '../../reporters/shell-word.js';
import { prettySimulation } from '../../reporters/simulation/pretty.js';
import { piece, renderLines, type StyledLine } from '../../reporters/styled-line.js';
import { wrap } from '../../reporters/wrap.js';
import type { Incident } from './incident.js';

export interface Told {
  readonly declared: Report;
  readonly revealed: Report;
  readonly simulation: Simulation;
}

/** An incident in four steps: what was said, what was so, what happened, and what to type to go on. */
export function story(incident: Incident, { declared, revealed, simulation }: Told, options: ReporterOptions): string {
  const layout = layoutFor(options);
  const { name, flags, title } = incident;
  const prose = (text: string): readonly StyledLine[] => wrap(text, layout.width).map((line) => [piece('plain', line)]);
  const heading = (text: string): StyledLine => [piece('strong', text)];
  const [worst] = revealed.findings;
  const others = revealed.findings.length - 1;
  const event = flags.join(' ');
  const lines = (...blocks: readonly (readonly StyledLine[])[]): string => renderLines(blocks.flat(), options.paint);
  return [
    lines([heading(title)]),
    lines(
      [heading('1. The day before, with what had been written down')],
      prose('Whatever nobody wrote down stays unknown, and unknown is never shown as a pass.'),
      readinessLines(declared, layout),
    ),
    lines(
      [heading('2. The day before, with what the post-mortem showed')],
      worst === undefined ? [] : findingBlock(worst, layout),
      others > 0 ? prose(`  and ${plural(others, 'more finding')}`) : [],
      readinessLines(revealed, layout),
    ),
    `${lines([heading('3. The event')])}${prettySimulation.simulation(simulation, { ...options, quiet: true })}`,
    lines([heading('4. Go on')], ...goOn(name, event).map((line) => [[piece('plain', `  ${line}`)]])),
  ].join('\n');
}

function goOn(name: string, event: string): readonly string[] {
  const word = shellWord(name);
  return [
    `firebreak demo ${word} --copy ${word}`,
    `firebreak audit ${word}/declared`,
    `firebreak audit ${word}/revealed`,
    `firebreak simulate ${word}/revealed ${event}`,
    'firebreak demo --list',
  ];
}
