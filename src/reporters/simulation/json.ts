import { jsonText } from '../json-text.js';
import type { SimulationReporter } from './simulation-reporter.js';

/** Where the schema of a simulation is published. */
export const simulationSchemaId = 'urn:firebreak:simulation:v1';

/** For programs. The plan is always part of it; no character in it can act on a terminal or a log. */
export const jsonSimulation: SimulationReporter = { simulation: render, plan: render, ranking: render };

function render(result: object): string {
  return jsonText({ $schema: simulationSchemaId, ...result });
}
