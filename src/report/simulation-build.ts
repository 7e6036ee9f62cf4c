import { deadlocksIn } from '../analysis/deadlocks.js';
import type { LossEvent } from '../analysis/loss-event.js';
import { best } from '../analysis/side.js';
import { createSolver, type Solver } from '../analysis/solver.js';
import type { Model } from '../model/model.js';
import type { SourceFile } from '../source/source-file.js';
import { version } from '../version.js';
import { digestInputs } from './digest-inputs.js';
import { simulatedCauses } from './simulation-causes.js';
import { simulatedGaps } from './simulation-gaps.js';
import { simulatedLosses } from './simulation-losses.js';
import { simulatedObjectives } from './simulation-objectives.js';
import { recoveryPlan } from './simulation-plan.js';
import { simulatedServices, touchedOutcomes } from './simulation-services.js';
import type { SimulatedEvent, Simulation } from './simulation.js';

/** What made a simulation, and from which files. */
export function simulationFrame(files: readonly SourceFile[]): Pick<Simulation, 'schemaVersion' | 'tool' | 'run'> {
  return { schemaVersion: '1.0', tool: { name: 'firebreak', version }, run: { inputs: digestInputs(files) } };
}

/** Solves one loss and says everything there is to say about it. */
export function buildSimulation(
  model: Model,
  event: LossEvent,
  asked: SimulatedEvent,
  files: readonly SourceFile[],
): Simulation {
  return { ...simulationFrame(files), ...simulateLoss(createSolver(model), event, asked) };
}

/** What one loss does, without the frame around it. */
export type SimulatedLoss = Omit<Simulation, keyof ReturnType<typeof simulationFrame>>;

/** The same with a solver that is at hand; its last solution is gone after that. */
export function simulateLoss(solver: Solver, event: LossEvent, asked: SimulatedEvent): SimulatedLoss {
  const { model } = solver;
  const solution = solver.solve(event);
  const outcomes = touchedOutcomes(solver, solution);
  const deadlocks = deadlocksIn(solver, solution);
  return {
    event: asked,
    lost: [
      ...model.domains.filter(({ index }) => solution.placeLost(index, best)).map(({ id }) => id),
      ...event.services.flatMap((service) => model.services[service]?.id ?? []),
    ].sort(),
    services: simulatedServices(solver, solution, outcomes),
    objectives: simulatedObjectives(solver, solution),
    causes: simulatedCauses(solver, solution, outcomes, deadlocks),
    dataLosses: simulatedLosses(model, outcomes),
    gaps: simulatedGaps(model, outcomes),
    plan: recoveryPlan(solver, solution, deadlocks),
  };
}
