import type { Simulation } from '../../report/simulation.js';
import { renderLines } from '../styled-line.js';
import { atOnceLines } from './at-once-lines.js';
import { closingLines } from './closing-lines.js';
import { headingLines } from './heading-lines.js';
import { simulationLayout } from './layout.js';
import { lossLines } from './loss-lines.js';
import { markdownSimulation } from './markdown.js';
import { neverLines } from './never-lines.js';
import { rankingLines } from './ranking-lines.js';
import type { SimulationOptions, SimulationReporter } from './simulation-reporter.js';
import { timelineLines } from './timeline-lines.js';

/** For people at a terminal. Meaning never hangs on colour alone. */
export const prettySimulation: SimulationReporter = {
  simulation: (simulation: Simulation, options: SimulationOptions) => {
    const layout = simulationLayout(options);
    return [headingLines, atOnceLines, timelineLines, neverLines, lossLines, closingLines]
      .map((block) => block(simulation, layout))
      .filter((block) => block.length > 0)
      .map((block) => renderLines(block, options.paint))
      .join('\n');
  },
  plan: markdownSimulation.plan,
  ranking: (ranking, options) => renderLines(rankingLines(ranking, simulationLayout(options)), options.paint),
};
