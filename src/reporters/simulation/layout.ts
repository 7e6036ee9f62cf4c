import { signsFor, type Signs } from '../signs.js';
import { asciiText } from './ascii-text.js';
import type { SimulationOptions } from './simulation-reporter.js';

/** The options of a simulation's text together with what follows from them. */
export interface Layout extends SimulationOptions {
  readonly signs: Signs;
  /** Our own words with the signs that this terminal shows. */
  readonly say: (text: string) => string;
}

export function simulationLayout(options: SimulationOptions): Layout {
  return { ...options, signs: signsFor(options), say: options.unicode ? (text) => text : asciiText };
}
