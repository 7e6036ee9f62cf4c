import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipPoints, type Flip } from '../../src/analysis/flip-point.js';
import { lossFlips } from '../../src/analysis/loss-flip.js';
import { best, worst } from '../../src/analysis/side.js';
import { serviceOutcome } from '../../src/analysis/service-outcome.js';
import { createSolver, type Solver } from '../../src/analysis/solver.js';
import type { LossEvent } from '../../src/analysis/loss-event.js';
import type { PlannedPhase } from '../../src/analysis/with-step.js';
import { flipTexts } from '../../src/cli/explain/if-lost-flip.js';
import { linkInventory } from '../../src/model/link-inventory.js';
import { simulatedObjectives } from '../../src/report/simulation-objectives.js';
import type { JsonObject, JsonValue } from '../../src/source/json-value.js';
import { formatDuration } from '../../src/units/duration.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { mapOf, serviceIds, withService } from '../support/arbitrary/inventory-edits.js';
import { runs } from '../support/runs.js';

function solverOf(inventory: JsonObject): Solver {
  const { model, problems } = linkInventory([{ file: 'a.yaml', index: 0, value: inventory }]);
  if (model === undefined) throw new Error(problems[0]?.message);
  return createSolver(model);
}

function eventOf({ model }: Solver, lose: readonly string[]): LossEvent {
  return {
    domains: lose.flatMap((id) => model.domainById.get(id) ?? []),
    services: lose.flatMap((id) => model.serviceById.get(id) ?? []),
    corrupted: [],
    lasts: undefined,
    destroys: false,
  };
}

/** Fields that an inventory can give in one place each; the test writes them there, not into the model. */
const written = ['detect', 'decide', 'execute', 'redirect', 'verify'] as const;

function isWritten(phase: PlannedPhase): phase is (typeof written)[number] {
  return written.some((one) => one === phase);
}

/** Whether the service is back in time in an inventory that says so of one step. */
function isBack(
  inventory: JsonObject,
  id: string,
  lose: readonly string[],
  target: number,
  { phase, seconds, surely }: { readonly phase: PlannedPhase; readonly seconds: number; readonly surely: boolean },
): boolean {
  const edited = withService(inventory, id, (service) => ({
    ...service,
    recovery: { ...mapOf(service['recovery']), [phase]: formatDuration(seconds) },
  }));
  const solver = solverOf(edited);
  const solution = solver.solve(eventOf(solver, lose));
  const service = solver.model.serviceById.get(id) ?? -1;
  return solution.readyAt(service, surely ? worst : best) <= target;
}

const target = fc.constantFrom(60, 600, 1800, 3600, 7200, 86_400);

describe('a flip point', () => {
  it('flips: met at the limit, missed a second later, in an inventory that says so', () => {
    let flips = 0;
    fc.assert(
      fc.property(arbitraryCase, target, ({ inventory, event }, seconds) => {
        for (const { id, flip } of flipsOf(inventory, event.lose, seconds)) {
          if (!isWritten(flip.phase)) continue;
          flips += 1;
          const at = (time: number): boolean => isBack(inventory, id, event.lose, seconds, { ...flip, seconds: time });
          expect(at(flip.limit), `${id} ${flip.phase} at ${flip.limit}`).toBe(true);
          expect(at(flip.limit + 1), `${id} ${flip.phase} beyond ${flip.limit}`).toBe(false);
        }
      }),
      { seed: 7, numRuns: runs(400) },
    );
    expect(flips).toBeGreaterThanOrEqual(Math.floor(runs(400) / 40));
  });

  it('is there for every step that decides: met if it took no time, missed if it took ten years', () => {
    let deciding = 0;
    fc.assert(
      fc.property(arbitraryCase, target, ({ inventory, event }, seconds) => {
        const found = flipsOf(inventory, event.lose, seconds);
        for (const id of serviceIds(inventory)) {
          for (const phase of written) {
            const at = (time: number): boolean =>
              isBack(inventory, id, event.lose, seconds, { phase, seconds: time, surely: true });
            if (!at(0) || at(315_360_000)) continue;
            deciding += 1;
            expect(
              found.some((one) => one.id === id && one.flip.phase === phase),
              `${id} ${phase}`,
            ).toBe(true);
          }
        }
      }),
      { seed: 11, numRuns: runs(250) },
    );
    expect(deciding).toBeGreaterThanOrEqual(Math.floor(runs(250) / 40));
  });
});

describe('what is said of a promise that is not sure to be kept', () => {
  it('is never nothing', () => {
    let told = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ inventory, event: { lose } }) => {
        const solver = solverOf(inventory);
        const event = eventOf(solver, lose);
        const solution = solver.solve(event);
        const questions = simulatedObjectives(solver, solution)
          .filter(({ objective, verdict }) => objective === 'rto' && verdict !== 'kept')
          .map(({ service, target: seconds, verdict }) => ({
            outcome: serviceOutcome(solver, solution, solver.model.serviceById.get(service) ?? -1),
            target: seconds,
            verdict,
          }));
        for (const question of questions) {
          told += 1;
          expect(flipTexts({ ...question, solver, event, lost: lose })).not.toEqual([]);
        }
      }),
      { seed: 23, numRuns: runs(300) },
    );
    expect(told).toBeGreaterThanOrEqual(Math.floor(runs(300) / 30));
  });
});

function flipsOf(
  inventory: JsonObject,
  lose: readonly string[],
  seconds: number,
): readonly { readonly id: string; readonly flip: Flip }[] {
  const solver = solverOf(inventory);
  const event = eventOf(solver, lose);
  return solver.model.services.flatMap(({ id, index }) =>
    flipPoints(solver, event, index, seconds).map((flip) => ({ id, flip })),
  );
}

describe('the flip point of a data loss', () => {
  it('flips: met at the limit, missed a second later, in an inventory that says so', () => {
    let flips = 0;
    fc.assert(
      fc.property(arbitraryCase, target, ({ inventory, event: { lose } }, seconds) => {
        const solver = solverOf(inventory);
        const event = eventOf(solver, lose);
        for (const { index, id } of solver.model.services) {
          for (const { field, limit } of lossFlips(solver, event, index, seconds)) {
            flips += 1;
            const meets = (value: number): boolean => {
              const edited = solverOf(withLoss(inventory, id, field, formatDuration(value)));
              const solution = edited.solve(eventOf(edited, lose));
              return solution.lossOf(index, worst) <= seconds;
            };
            expect(meets(limit), `${id} ${field} at ${limit}`).toBe(true);
            expect(meets(limit + 1), `${id} ${field} beyond ${limit}`).toBe(false);
          }
        }
      }),
      { seed: 31, numRuns: runs(400) },
    );
    expect(flips).toBeGreaterThanOrEqual(Math.floor(runs(400) / 40));
  });
});

/** All copies, or all backups, of one service with this lag, or this often. */
function withLoss(inventory: JsonObject, id: string, field: 'lag' | 'every', value: string): JsonObject {
  const replicasOf = (list: JsonValue | undefined): JsonValue[] =>
    (Array.isArray(list) ? list : []).map((replica) => ({ ...mapOf(replica), lag: value }));
  const apart = mapOf(inventory['replicas']);
  const edited =
    field === 'lag' && apart[id] !== undefined
      ? { ...inventory, replicas: { ...apart, [id]: replicasOf(apart[id]) } }
      : inventory;
  return withService(edited, id, (service) => {
    if (field === 'lag')
      return service['replicas'] === undefined ? service : { ...service, replicas: replicasOf(service['replicas']) };
    const backups = Object.entries(mapOf(service['backups'])).map(([name, backup]) => [
      name,
      { ...mapOf(backup), every: value },
    ]);
    return { ...service, backups: Object.fromEntries(backups) };
  });
}
