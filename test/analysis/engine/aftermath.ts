import type { LossEvent } from '../../../src/analysis/loss-event.js';
import type { Derivation, Range, ServiceOutcome, Term } from '../../../src/analysis/outcome.js';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { serviceOutcome } from '../../../src/analysis/service-outcome.js';
import { createSolver, type Solver } from '../../../src/analysis/solver.js';
import type { Model } from '../../../src/model/model.js';
import { formatDuration } from '../../../src/units/duration.js';
import { modelOf } from '../../model/link.js';
import { eventEnds } from '../../support/event-ends.js';

type Extras = Partial<Pick<LossEvent, 'lasts' | 'destroys'>> & {
  readonly corrupt?: readonly string[];
  /** When each is back, such as `10m` or `never`. */
  readonly ends?: Readonly<Record<string, string>>;
};

/** One service after a loss, in words; a range is `best..worst` where the two differ. */
export interface Told {
  readonly state: string;
  readonly back: string;
  readonly loses: string;
  /** How the worst time came about: `failover: detect 5m + startup 10m`, or why it never does. */
  readonly how: string;
}

export interface Aftermath {
  readonly of: (id: string) => Told;
  readonly outcome: (id: string) => ServiceOutcome;
  /** Why the best time is what it is. */
  readonly atBest: (id: string) => string;
  /** Fields that would sharpen the worst answers, as `chat recovery.detect`. */
  readonly missing: (id: string, about?: 'time' | 'loss') => readonly string[];
  readonly cycle: (id: string) => readonly string[] | undefined;
}

/** Loses domains and services by name. */
export function lose(yaml: string, ids: readonly string[], extras: Extras = {}): Aftermath {
  return losing(yaml)(ids, extras);
}

/** The same for one loss after the other, with one solver; each answer holds until the next loss. */
export function losing(yaml: string): (ids: readonly string[], extras?: Extras) => Aftermath {
  const model = modelOf(yaml);
  const solver = createSolver(model);
  return (ids, extras = {}) => aftermath(solver, ids, extras);
}

function aftermath(solver: Solver, ids: readonly string[], extras: Extras): Aftermath {
  const { model } = solver;
  const indexes = (known: ReadonlyMap<string, number>, wanted: readonly string[]): readonly number[] =>
    wanted.flatMap((id) => known.get(id) ?? []);
  const solution = solver.solve({
    domains: indexes(model.domainById, ids),
    services: indexes(model.serviceById, ids),
    corrupted: indexes(model.serviceById, extras.corrupt ?? []),
    lasts: extras.lasts,
    destroys: extras.destroys ?? false,
    ends: eventEnds(model, extras.ends),
  });
  const outcome = (id: string): ServiceOutcome => {
    const index = model.serviceById.get(id);
    if (index === undefined) throw new Error(`no service ${id}`);
    return serviceOutcome(solver, solution, index);
  };
  return {
    outcome,
    of: (id) => {
      const { state, recovery, loss, worst } = outcome(id);
      return {
        state: joined(state.best, state.worst),
        back: tellRange(recovery, 'never'),
        loses: tellRange(loss, 'all'),
        how: tellHow(model, worst),
      };
    },
    atBest: (id) => tellHow(model, outcome(id).best),
    missing: (id, about) => {
      const { missing, missingForTime, missingForLoss } = outcome(id).worst;
      const fields = about === 'time' ? missingForTime : about === 'loss' ? missingForLoss : missing;
      return fields.map(({ owner: { type, index }, path }) => {
        const { id: owner } = (type === 'service' ? model.services : model.domains)[index] ?? { id: '?' };
        return `${owner} ${path.join('.')}`;
      });
    },
    cycle: (id) => outcome(id).worst.cycle?.map((service) => nameOf(model, service)),
  };
}

/** Every promise with a target: `chat building rto kept 0s..1h15m (sk-pangyo)`. */
export function promisesOf(yaml: string): readonly string[] {
  const model = modelOf(yaml);
  return surveyLosses(createSolver(model)).promises.flatMap(
    ({ service, kind, objective, target, verdict, range, worst }) => {
      if (target === undefined) return [];
      const domain = worst === undefined ? 'none' : model.domains[worst]?.id;
      const told = tellRange(range, objective === 'rto' ? 'never' : 'all');
      return [`${nameOf(model, service)} ${kind} ${objective} ${verdict} ${told} (${domain})`];
    },
  );
}

export interface ToldCause {
  readonly culprits: readonly string[];
  readonly circular: boolean;
  readonly domain: string;
  readonly waiters: readonly string[];
  readonly blocked: readonly string[];
}

export function rootCausesOf(yaml: string): readonly ToldCause[] {
  const model = modelOf(yaml);
  const names = (services: readonly number[]): readonly string[] => services.map((one) => nameOf(model, one));
  return surveyLosses(createSolver(model)).rootCauses.map(({ culprits, circular, domain, waiters, blocked }) => ({
    culprits: names(culprits),
    circular,
    domain: model.domains[domain]?.id ?? '?',
    waiters: waiters.map(({ service, by }) => `${nameOf(model, service)} ${by}`),
    blocked: names(blocked),
  }));
}

function nameOf({ services }: Model, index: number | undefined): string {
  return services[index ?? -1]?.id ?? '?';
}

function joined(best: string, worst: string): string {
  return best === worst ? best : `${best}..${worst}`;
}

function tellRange({ best, worst }: Range, endless: string): string {
  const tell = (seconds: number): string => (seconds === Infinity ? endless : formatDuration(seconds));
  return joined(tell(best), tell(worst));
}

function tellHow(model: Model, { via, terms, waitsFor, cycle, obstacles }: Derivation): string {
  const term = ({ phase, seconds, service, unknown }: Term): string =>
    `${phase}${service === undefined ? '' : ` ${nameOf(model, service)}`} ${unknown ? '?' : formatDuration(seconds)}`;
  const parts = [
    terms.map(term).join(' + '),
    waitsFor === undefined ? '' : `waits for ${nameOf(model, waitsFor.service)} (${waitsFor.by})`,
    cycle === undefined ? '' : `circle ${cycle.map((one) => nameOf(model, one)).join(' > ')}`,
    obstacles
      .map(({ option, reason, service, domain }) =>
        [
          `${option} ${reason}`,
          ...(service === undefined ? [] : [nameOf(model, service)]),
          ...(domain === undefined ? [] : [model.domains[domain]?.id ?? '?']),
        ].join(' '),
      )
      .join('; '),
  ];
  return `${via}: ${parts.filter((part) => part !== '').join(' | ')}`;
}
