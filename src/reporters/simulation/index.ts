import type { SimulationReporter } from './simulation-reporter.js';

export interface SimulationFormat {
  readonly audience: 'people' | 'programs';
  /** Loaded on demand. */
  readonly load: () => Promise<SimulationReporter>;
}

/** The formats of a simulation by the name that `--format` takes. A plan is a document: on a terminal too it is Markdown. */
export const simulationFormats: ReadonlyMap<string, SimulationFormat> = new Map<string, SimulationFormat>([
  ['pretty', { audience: 'people', load: async () => (await import('./pretty.js')).prettySimulation }],
  ['json', { audience: 'programs', load: async () => (await import('./json.js')).jsonSimulation }],
  ['markdown', { audience: 'programs', load: async () => (await import('./markdown.js')).markdownSimulation }],
]);
