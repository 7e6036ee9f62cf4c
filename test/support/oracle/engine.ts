import type { JsonObject } from '../../../src/source/json-value.js';
import { degraded, down } from '../../../src/analysis/own-state.js';
import { serviceOutcome } from '../../../src/analysis/service-outcome.js';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { createSolver, type Solver as EngineSolver } from '../../../src/analysis/solver.js';
import { best, worst } from '../../../src/analysis/side.js';
import { eventEnds } from '../event-ends.js';
import type { State } from '../../../src/analysis/outcome.js';
import { linkInventory } from '../../../src/model/link-inventory.js';
import type { OracleEvent } from './facts.js';
import type { OraclePromise } from './oracle-promises.js';
import type { OracleOutcome } from './oracle-simulate.js';
import { readDuration } from './read-amount.js';
import type { Solver } from './solver.js';

function load(inventory: JsonObject): EngineSolver {
  const { model, problems } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
  if (model === undefined) throw new Error(`not a valid inventory: ${problems[0]?.message ?? ''}`);
  return createSolver(model);
}

const stateOf = (code: number): State => (code === down ? 'down' : code === degraded ? 'degraded' : 'up');
const finite = (value: number): number | null => (value === Infinity ? null : value);

function simulate(inventory: JsonObject, event: OracleEvent): OracleOutcome {
  const engine = load(inventory);
  const { model } = engine;
  const services = (ids: readonly string[]): number[] => ids.flatMap((id) => model.serviceById.get(id) ?? []);
  const solution = engine.solve({
    domains: event.lose.flatMap((id) => model.domainById.get(id) ?? []),
    services: services(event.lose),
    corrupted: services(event.corrupt ?? []),
    lasts: event.lasts === undefined || event.lasts === 'unknown' ? undefined : readDuration(event.lasts),
    destroys: event.destroys === true,
    ends: eventEnds(model, event.ends),
  });
  return {
    lost: [],
    services: model.services.map(({ id, index }) => ({
      id,
      state: { best: stateOf(solution.stateOf(index, best)), worst: stateOf(solution.stateOf(index, worst)) },
      recovery: { best: finite(solution.readyAt(index, best)), worst: finite(solution.readyAt(index, worst)) },
      loss: { best: finite(solution.lossOf(index, best)), worst: finite(solution.lossOf(index, worst)) },
      via: serviceOutcome(engine, solution, index).best.via,
      ties: [],
    })),
  };
}

function promises(inventory: JsonObject): readonly OraclePromise[] {
  const engine = load(inventory);
  return surveyLosses(engine).promises.flatMap(({ service, kind, objective, target, verdict }) => {
    const id = engine.model.services[service]?.id ?? '';
    return target === undefined ? [] : [{ service: id, kind, objective, target, verdict }];
  });
}

export const engine: Solver = { name: 'engine', simulate, promises };
