import type { Simulation, LossRanking } from '../../report/simulation.js';
import type { ReporterOptions } from '../reporter.js';

/** What the terminal and the user ask of a text format. */
export interface SimulationOptions extends Pick<
  ReporterOptions,
  'width' | 'paint' | 'unicode' | 'quiet' | 'verbose' | 'same'
> {
  /** How the command line says that the loss ends, for commands that a text suggests. */
  readonly ending?: readonly string[];
}

/** Renders a simulation, a plan or a ranking, with the final line end. Pure: same input and options, same text. */
export interface SimulationReporter {
  readonly simulation: (simulation: Simulation, options: SimulationOptions) => string;
  /** The order of recovery, for somebody who has to follow it. */
  readonly plan: (simulation: Simulation, options: SimulationOptions) => string;
  readonly ranking: (ranking: LossRanking, options: SimulationOptions) => string;
}
