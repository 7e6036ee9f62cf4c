import type { LossEvent } from '../analysis/loss-event.js';
import type { Solver } from '../analysis/solver.js';
import type { Model } from '../model/model.js';
import type { DetailRow, DetailScenario } from './report-detail.js';
import { simulateLoss, type SimulatedLoss } from './simulation-build.js';
import { resolveEvent, type LossRequest } from './simulation-event.js';
import type { PlannedStart, PlannedWait, RankedLoss, SimulatedObjective, SimulatedService } from './simulation.js';
import { stated } from './stated.js';

/** So many single losses and so many scenarios of the inventory are told. */
const mostLosses = 6;
const mostScenarios = 4;
/** Of single losses, so many are tried to find those that differ. */
const mostTried = 40;
/** So many services, causes, data losses and lost places of each are told; the others are counted. */
const most = { rows: 20, causes: 8, dataLosses: 8, circles: 4, lost: 40 } as const;

/** The worst single losses, each unlike those before it, and the scenarios that somebody wrote down. */
export function detailScenarios(solver: Solver, ranking: readonly RankedLoss[]): readonly DetailScenario[] {
  const { domains, scenarios } = solver.model;
  const seen = new Set<string>();
  const worst: DetailScenario[] = [];
  for (const { domain, down, losingData } of promisedFirst(solver.model, ranking).slice(0, mostTried)) {
    if (worst.length === mostLosses) break;
    if (down.worst + losingData.worst === 0) continue;
    const name = domains[solver.model.domainById.get(domain) ?? -1]?.name;
    const one = scenarioOf(solver, { id: domain, type: 'single-loss', ...stated({ name }) }, { lose: [domain] });
    const effect = one === undefined ? '' : JSON.stringify([one.rows, one.rowsInAll, one.causes]);
    if (one === undefined || seen.has(effect)) continue;
    seen.add(effect);
    worst.push(one);
  }
  const written = scenarios
    .slice(0, mostScenarios)
    .flatMap(
      ({ id, name }) => scenarioOf(solver, { id, type: 'scenario', ...stated({ name }) }, { scenarios: [id] }) ?? [],
    );
  return [...worst, ...written];
}

/** Losses of a kind that somebody promises to survive come before those that nobody does. */
function promisedFirst({ services }: Model, ranking: readonly RankedLoss[]): readonly RankedLoss[] {
  const promised = new Set(services.flatMap(({ objectives }) => objectives.survive.map(({ kind }) => kind)));
  return ranking.toSorted((a, b) => Number(promised.has(b.kind)) - Number(promised.has(a.kind)));
}

function scenarioOf(
  solver: Solver,
  head: Pick<DetailScenario, 'id' | 'type' | 'name'>,
  request: LossRequest,
): DetailScenario | undefined {
  const resolved = resolveEvent(solver.model, request);
  if (!resolved.ok) return undefined;
  const event: LossEvent = resolved.event;
  const loss = simulateLoss(solver, event, resolved.asked);
  const { causes, dataLosses, lost, plan } = loss;
  const rows = rowsOf(loss);
  return {
    ...head,
    event: loss.event,
    lost: lost.slice(0, most.lost),
    lostInAll: lost.length,
    rows: rows.slice(0, most.rows).toSorted(byReturn),
    rowsInAll: rows.length,
    causes: causes.slice(0, most.causes),
    causesInAll: causes.length,
    dataLosses: dataLosses.slice(0, most.dataLosses),
    dataLossesInAll: dataLosses.length,
    circles: plan.circles.slice(0, most.circles),
  };
}

/** Every service that something happens to, those that miss most first. */
function rowsOf({ services, objectives, plan }: SimulatedLoss): readonly DetailRow[] {
  const starts = new Map(plan.waves.flat().map((start) => [start.service, start] as const));
  const blocked = new Map(plan.blocked.flat().map(({ service, waitsFor }) => [service, waitsFor] as const));
  const held = new Map<string, SimulatedObjective[]>();
  for (const one of objectives) held.set(one.service, [...(held.get(one.service) ?? []), one]);
  const touched = services.filter(
    ({ state, recovery, loss }) => state.worst !== 'up' || recovery.worst !== 0 || loss.worst !== 0,
  );
  return touched
    .map((service) => row(service, starts.get(service.id), blocked.get(service.id) ?? [], held.get(service.id) ?? []))
    .sort((a, b) => gravity(a) - gravity(b));
}

function row(
  { id, state, recovery, loss, via, because }: SimulatedService,
  start: PlannedStart | undefined,
  blocked: readonly PlannedWait[],
  objectives: readonly SimulatedObjective[],
): DetailRow {
  return {
    service: id,
    state,
    recovery,
    loss,
    via,
    startsAt: start?.startsAt ?? null,
    waitsFor: start?.waitsFor ?? blocked,
    steps: start?.steps ?? [],
    objectives,
    because,
  };
}

const grades = ['broken', 'unknown', 'kept'] as const;

/** The lower, the graver. */
function gravity({ objectives, state }: DetailRow): number {
  const worst = Math.min(grades.length, ...objectives.map(({ verdict }) => grades.indexOf(verdict)));
  return worst * 2 + (state.worst === 'down' ? 0 : 1);
}

function byReturn(a: DetailRow, b: DetailRow): number {
  return (
    compare(a.recovery.best ?? Infinity, b.recovery.best ?? Infinity) ||
    compare(a.recovery.worst ?? Infinity, b.recovery.worst ?? Infinity)
  );
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
