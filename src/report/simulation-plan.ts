import { blockedWaves } from '../analysis/blocked-waves.js';
import type { Deadlock } from '../analysis/deadlocks.js';
import { restartWaves, type WaveEntry } from '../analysis/restart-waves.js';
import { best, worst } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { WaitEntry } from '../analysis/wait-entries.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { published, publishedRange } from './simulation-numbers.js';
import type { PlannedBreak, PlannedStart, PlannedWait, RecoveryPlan } from './simulation.js';

/** In which order to recover, and what to break before anything can. */
export function recoveryPlan(solver: Solver, solution: Solution, deadlocks: readonly Deadlock[]): RecoveryPlan {
  return {
    circles: deadlocks.map((deadlock) => plannedBreak(solver.model, deadlock)),
    waves: restartWaves(solver, solution).map((wave) => wave.map((entry) => plannedStart(solver, solution, entry))),
    blocked: blockedWaves(solver, solution, deadlocks).map((wave) =>
      wave.map(({ service, waits }) => ({
        service: solver.model.services[service]?.id ?? '',
        waitsFor: waits.map((entry) => plannedWait(solver.model, entry)),
      })),
    ),
  };
}

function plannedBreak(model: Model, { members, circle, breakBy }: Deadlock): PlannedBreak {
  return {
    services: idsOf(model, members),
    circle: idsOf(model, circle),
    breakBy: breakBy.entries.map((entry) => plannedWait(model, entry)),
    smallest: breakBy.smallest,
  };
}

function plannedWait(model: Model, { owner, members, by }: WaitEntry): PlannedWait {
  return { service: model.services[owner]?.id ?? '', waitsFor: idsOf(model, members), by };
}

function idsOf(model: Model, services: readonly ServiceIndex[]): readonly string[] {
  return services.map((service) => model.services[service]?.id ?? '');
}

function plannedStart(
  solver: Solver,
  solution: Solution,
  { service, via, startsAt, waits, steps }: WaveEntry,
): PlannedStart {
  const { model } = solver;
  const { id = '', owner, recovery } = model.services[service] ?? {};
  return {
    service: id,
    via,
    startsAt: published(startsAt) ?? 0,
    readyAt: publishedRange({ best: solution.readyAt(service, best), worst: solution.readyAt(service, worst) }),
    waitsFor: waits.map((wait) => ({
      service: id,
      waitsFor: [model.services[wait.service]?.id ?? ''],
      by: wait.by,
    })),
    steps: steps
      .filter(({ seconds, unknown }) => seconds > 0 || unknown)
      .map(({ phase, seconds, unknown }) => ({ phase, seconds: unknown ? null : published(seconds) })),
    runbook: recovery?.runbook?.url ?? null,
    owner: owner ?? null,
  };
}
