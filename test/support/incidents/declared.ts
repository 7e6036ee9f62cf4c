import type { ReportPromise } from '../../../src/report/report.js';
import type { SimulatedObjective, Simulation } from '../../../src/report/simulation.js';
import type { PublicOutcome } from './expected.js';
import { audited, play, type Incident } from './incident.js';
import { realVerdict } from './judge.js';

/** What could be known the day before, and which of its promises the event then broke. */
export interface Declared {
  readonly simulation: Simulation;
  /** Services of the record under their id in `declared`; those that nobody could have written down are left out. */
  readonly known: readonly (readonly [id: string, outcome: PublicOutcome])[];
  /** Objectives, held against the event in advance, that it really broke. */
  readonly objectives: readonly SimulatedObjective[];
  /** Promises of the audit for the kinds of loss that it was, that it really broke. */
  readonly promises: readonly ReportPromise[];
}

export function declaredBy(incident: Incident): Declared {
  const { expected, files } = incident;
  const simulation = play(files.declared, expected.events.declared);
  const known = Object.entries(expected.services).flatMap(([id, outcome]) => {
    const { declaredAs = id } = outcome;
    return declaredAs === 'absent' ? [] : [[declaredAs, outcome] as const];
  });
  const broke = ({ service, objective, target }: Pick<ReportPromise, 'service' | 'objective' | 'target'>): boolean =>
    known.some(([id, outcome]) => id === service && realVerdict(outcome, objective, target) === 'broken');
  return {
    simulation,
    known,
    objectives: simulation.objectives.filter(broke),
    promises: audited(incident, 'declared').promises.filter(
      (promise) => expected.kinds.includes(promise.kind) && broke(promise),
    ),
  };
}
