import type {
  SimulatedObjective,
  SimulatedRange,
  SimulatedService,
  Simulation,
} from '../../../src/report/simulation.js';
import {
  losses,
  states,
  type Expected,
  type PublicLoss,
  type PublicOutcome,
  type PublicState,
  type Question,
} from './expected.js';
import { seconds } from './incident.js';

/** hit: as it was; open: that and more; miss: otherwise. */
export type Judgement = 'hit' | 'open' | 'miss';

export interface Judged {
  /** For `order`: the one that came back first. */
  readonly service: string;
  readonly what: Question;
  /** For `order`: the one that came back later. */
  readonly other?: string;
  readonly judgement: Judgement;
}

/** Holds a simulation of the event against what became public, question by question. */
export function judge(simulation: Simulation, expected: Expected): readonly Judged[] {
  const byId = new Map(simulation.services.map((service) => [service.id, service]));
  const single = Object.entries(expected.services).flatMap(([id, outcome]) => {
    const modelled = byId.get(id);
    if (modelled === undefined) throw new Error(`revealed has no service ${id}`);
    const own = simulation.objectives.filter(({ service }) => service === id);
    return [...judgeState(modelled, outcome), ...judgeObjectives(own, outcome)];
  });
  return [...single, ...judgeOrder(byId, expected.order ?? [])];
}

function judgeState({ id, state, recovery, loss }: SimulatedService, outcome: PublicOutcome): readonly Judged[] {
  const { atOnce, back, loss: lost, lossTime } = outcome;
  const of = (what: Question, judgement: Judgement): Judged => ({ service: id, what, judgement });
  return [
    ...(atOnce === undefined
      ? []
      : [of('atOnce', judgeRange(between(states, state.best, state.worst), oneOf(atOnce)))]),
    ...(back === undefined ? [] : [of('back', judgeBack(recovery, seconds(back)))]),
    ...(lost === undefined ? [] : [of('loss', judgeLoss(loss, lost, lossTime))]),
  ];
}

/** Everything that the model holds possible, against everything that the record leaves possible. */
function judgeRange<Value>(possible: readonly Value[], recorded: readonly Value[]): Judgement {
  const agreed = possible.filter((value) => recorded.includes(value));
  if (agreed.length === 0) return 'miss';
  return agreed.length === possible.length ? 'hit' : 'open';
}

/** Modelled times are lower bounds, so a real one may be longer, never shorter. */
function judgeBack(recovery: SimulatedRange, real: number): Judgement {
  const best = recovery.best ?? Number.POSITIVE_INFINITY;
  const worst = recovery.worst ?? Number.POSITIVE_INFINITY;
  if (real === Number.POSITIVE_INFINITY && best !== real) return worst === real ? 'open' : 'miss';
  if (best > real) return 'miss';
  if (real === 0) return worst === 0 ? 'hit' : 'open';
  // That it may be back at once is true of everything and says nothing.
  return best === 0 ? 'open' : 'hit';
}

function judgeLoss(loss: SimulatedRange, real: PublicLoss, time: string | undefined): Judgement {
  // What is modelled is the most that can be lost, so a smaller real loss is no contradiction.
  if (time !== undefined && loss.worst !== null && loss.worst < seconds(time)) return 'miss';
  return judgeRange(between(losses, classOf(loss.best), classOf(loss.worst)), [real]);
}

export function classOf(loss: number | null): PublicLoss {
  if (loss === null) return 'all';
  return loss === 0 ? 'none' : 'some';
}

/** All steps of a scale from one to another. */
export function between<Step>(scale: readonly Step[], from: Step, to: Step): readonly Step[] {
  return scale.slice(scale.indexOf(from), scale.indexOf(to) + 1);
}

export function oneOf(atOnce: PublicState | readonly PublicState[]): readonly PublicState[] {
  return typeof atOnce === 'string' ? [atOnce] : atOnce;
}

/** What really became of an objective; undefined: the record does not say. */
export function realVerdict(
  { back, loss, lossTime }: PublicOutcome,
  objective: 'rto' | 'rpo',
  target: number,
): 'kept' | 'broken' | undefined {
  const real = objective === 'rto' ? back && seconds(back) : lostSeconds(loss, lossTime, target);
  if (real === undefined || real === '') return undefined;
  return real > target ? 'broken' : 'kept';
}

function lostSeconds(loss: PublicLoss | undefined, time: string | undefined, target: number): number | undefined {
  if (loss === 'none') return 0;
  if (loss === 'all') return Number.POSITIVE_INFINITY;
  if (time !== undefined) return seconds(time);
  // Some, nobody knows how much: more than nothing.
  return loss === 'some' && target === 0 ? Number.POSITIVE_INFINITY : undefined;
}

function judgeObjectives(objectives: readonly SimulatedObjective[], outcome: PublicOutcome): readonly Judged[] {
  return objectives.flatMap(({ service, objective, target, verdict }): readonly Judged[] => {
    const real = realVerdict(outcome, objective, target);
    if (real === undefined) return [];
    return [
      { service, what: objective, judgement: verdict === 'unknown' ? 'open' : verdict === real ? 'hit' : 'miss' },
    ];
  });
}

function judgeOrder(
  byId: ReadonlyMap<string, SimulatedService>,
  groups: readonly (readonly string[])[],
): readonly Judged[] {
  return groups.flatMap((group, index) =>
    group.flatMap((service) =>
      groups
        .slice(index + 1)
        .flat()
        .map((other) => ({ service, what: 'order' as const, other, judgement: judgePair(byId, service, other) })),
    ),
  );
}

function judgePair(byId: ReadonlyMap<string, SimulatedService>, first: string, later: string): Judgement {
  const one = byId.get(first)?.recovery;
  const two = byId.get(later)?.recovery;
  if (one === undefined || two === undefined) throw new Error(`revealed lacks ${first} or ${later}`);
  const best = compare(one.best, two.best);
  const worst = compare(one.worst, two.worst);
  if (best === worst) return judgementOf(best);
  if (best === 0 || worst === 0) return judgementOf(best + worst);
  return 'open';
}

function judgementOf(sign: number): Judgement {
  if (sign === 0) return 'open';
  return sign < 0 ? 'hit' : 'miss';
}

/** -1, 0 or 1; null is never. */
function compare(one: number | null, two: number | null): number {
  const [a, b] = [one ?? Number.POSITIVE_INFINITY, two ?? Number.POSITIVE_INFINITY];
  return a === b ? 0 : Math.sign(a < b ? -1 : 1);
}
