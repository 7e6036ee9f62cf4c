import type { SimulationReporter } from './simulation-reporter.js';

/** The formats of a simulation, loaded on demand. A plan is a document: on a terminal too it is Markdown. */
export const simulationFormats: Readonly<Record<'pretty' | 'json' | 'markdown', () => Promise<SimulationReporter>>> = {
  pretty: async () => (await import('./pretty.js')).prettySimulation,
  json: async () => (await import('./json.js')).jsonSimulation,
  markdown: async () => (await import('./markdown.js')).markdownSimulation,
};
