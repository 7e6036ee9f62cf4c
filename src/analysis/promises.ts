import type { DomainIndex, FailureDomain, Seconds, Service, ServiceIndex, SurvivedKind } from '../model/model.js';
import type { Range } from './outcome.js';
import { judge, type Verdict } from './judge.js';
import { distinctLosses } from './distinct-losses.js';
import { scratchNumbers, type ScratchNumbers } from './scratch-numbers.js';
import { addCause, rootCausesIn, type RootCause } from './root-causes.js';
import { up } from './own-state.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';
import { rowOf } from './sparse-rows.js';
import { soft } from './service-graph.js';
import { unharmed, worstAnswers, type Standing } from './worst-answers.js';

/** One promise: a service, a kind of loss to survive, and how long or how much that may cost. */
export interface PromiseResult {
  readonly service: ServiceIndex;
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  /** Seconds; `undefined`: the kind is to be survived, and nobody said how fast or with what loss. Then not applicable. */
  readonly target: Seconds | undefined;
  /** The worst answer over every failure domain of the kind. */
  readonly range: Range;
  readonly verdict: Verdict;
  /** The domain that gives the worst answer; `undefined` where the inventory has none of this kind, or none touches the service. */
  readonly worst: DomainIndex | undefined;
}

/** What every single loss that somebody means to survive does to whom. */
export interface Survey {
  /** By service, then kind as written, then rto before rpo. */
  readonly promises: readonly PromiseResult[];
  /** Each root cause in the losses in which it holds up somebody whom it does not in another. */
  readonly rootCauses: readonly RootCause[];
}

/** Who listens while the losses are solved. */
export interface SurveyListener {
  /** Before each loss: how many are done, of how many. */
  readonly onSolving?: ((done: number, of: number) => void) | undefined;
  readonly onSolved?: OnSolved | undefined;
  readonly onBroken?: OnBroken | undefined;
}

/** Hears of every loss that is solved, before the next one is. */
export type OnSolved = (solution: Solution, domain: FailureDomain) => void;

/**
 * Hears of a promise that the loss just solved breaks worse than those before; of the worst last. Also of losses as bad
 * as that which take the service itself (`isWorst` is false then).
 */
export type OnBroken = (
  solution: Solution,
  promise: Pick<PromiseResult, 'service' | 'kind' | 'objective' | 'target'>,
  domain: DomainIndex,
  isWorst: boolean,
) => void;

/** Solves the loss of every failure domain of every kind that a service is to survive. */
export function surveyLosses(solver: Solver, listener: SurveyListener = {}): Survey {
  const { model } = solver;
  const kinds = [
    ...new Set(model.services.flatMap(({ objectives }) => objectives.survive.map(({ kind }) => kind))),
  ].sort();
  const causes = new Map<string, readonly RootCause[]>();
  const wanted = new Set(kinds);
  const all = model.domains.filter(({ kind }) => wanted.has(kind)).length;
  let solved = 0;
  const onSolving = (): void => {
    listener.onSolving?.(solved, all);
    solved += 1;
  };
  const results = new Map(kinds.map((kind) => [kind, surveyKind(solver, kind, causes, { ...listener, onSolving })]));
  const promises = model.services.flatMap(({ index, objectives }) =>
    objectives.survive.flatMap((survived) => {
      const found = results.get(survived.kind);
      return found === undefined ? [] : objectivesOf.map((objective) => found(index, survived, objective));
    }),
  );
  return { promises, rootCauses: [...causes.values()].flat() };
}

const objectivesOf = ['rto', 'rpo'] as const;

type Lookup = (service: ServiceIndex, survived: SurvivedKind, objective: PromiseResult['objective']) => PromiseResult;

function surveyKind(
  solver: Solver,
  kind: string,
  causes: Map<string, readonly RootCause[]>,
  { onSolving, onSolved, onBroken }: Omit<SurveyListener, 'onSolving'> & { readonly onSolving: () => void },
): Lookup {
  const { model } = solver;
  const domains = model.domains.filter((domain) => domain.kind === kind);
  const survivors = model.services.map(({ objectives }) => objectives.survive.find((one) => one.kind === kind));
  const means = (service: ServiceIndex): boolean => survivors[service] !== undefined;
  const found = { rto: worstAnswers(survivors.length), rpo: worstAnswers(survivors.length) };
  const firstStrike = scratchNumbers(survivors.length, nowhere);
  for (const lost of distinctLosses(solver, domains)) {
    onSolving();
    const domain = lost.index;
    const solution = solver.solve({
      domains: [domain],
      services: [],
      corrupted: [],
      lasts: undefined,
      destroys: false,
    });
    for (const service of solution.suspects())
      if (firstStrike.get(service) === nowhere && solution.isStruck(service)) firstStrike.set(service, domain);
    onSolved?.(solution, lost);
    let stuck = false;
    const look = (service: ServiceIndex): void => {
      const survived = survivors[service];
      if (survived === undefined) return;
      const time = { best: solution.readyAt(service, best), worst: solution.readyAt(service, worst) };
      const loss = { best: solution.lossOf(service, best), worst: solution.lossOf(service, worst) };
      stuck ||= time.best === Infinity;
      const onTime = judge(time, survived.rto);
      const whole = judge(loss, survived.rpo);
      const timely = found.rto.keep(service, time, onTime, domain);
      if (onTime === 'broken' && counts(solution, service, timely))
        onBroken?.(solution, { service, kind, objective: 'rto', target: survived.rto }, domain, timely === 'worst');
      const lossy = found.rpo.keep(service, loss, whole, domain);
      if (whole === 'broken' && counts(solution, service, lossy))
        onBroken?.(solution, { service, kind, objective: 'rpo', target: survived.rpo }, domain, lossy === 'worst');
    };
    for (const service of solution.missing()) look(service);
    if (!stuck) continue;
    for (const cause of rootCausesIn(solver, solution, domain, means)) {
      const key = cause.culprits.join(' ');
      causes.set(key, addCause(causes.get(key) ?? [], cause));
    }
  }
  for (const service of model.services) {
    const beside = firstStrike.get(service.index) === nowhere ? domainBeside(solver, service, kind) : undefined;
    if (beside !== undefined) firstStrike.set(service.index, beside);
  }
  const touching = spreadTouch(solver, firstStrike);
  return (service, survived, objective) => {
    const target = survived[objective];
    if (domains.length === 0) {
      const verdict = target === undefined ? 'not-applicable' : 'unknown';
      return { service, kind, objective, target, range: nobodyKnows, verdict, worst: undefined };
    }
    const answer = found[objective].of(service);
    // Written out: there are several for each service, and what is spread takes twice the memory.
    if (answer !== undefined) {
      const { range, verdict, worst: domain } = answer;
      return { service, kind, objective, target, range, verdict, worst: domain };
    }
    const by = touching.get(service);
    const verdict = by === nowhere || target === undefined ? 'not-applicable' : 'kept';
    return { service, kind, objective, target, range: unharmed, verdict, worst: by === nowhere ? undefined : by };
  };
}

/** Whether there may be something to say about whom an answer blames. */
function counts(solution: Solution, service: ServiceIndex, standing: Standing): boolean {
  return standing === 'worst' || (standing === 'as bad' && solution.ownStateOf(service, best).state !== up);
}

const nobodyKnows: Range = { best: 0, worst: Infinity };

/** No domain. */
const nowhere = -1;

/**
 * A domain of a kind that touches a service without taking a copy of it: one of several places of a stretched copy, or
 * one of several feeds that have to fail together.
 */
function domainBeside({ kinds }: Solver, { replicas, failsWith }: Service, kind: string): DomainIndex | undefined {
  let first: DomainIndex | undefined;
  const look = (domain: DomainIndex): void => {
    for (const found of kinds.ofKind(domain, kind)) if (first === undefined || found < first) first = found;
  };
  for (const { at, failsWith: own } of replicas) {
    for (const place of at ?? []) look(place);
    for (const group of own) for (const member of group) look(member);
  }
  for (const group of failsWith ?? []) for (const member of group) look(member);
  return first;
}

/** Who is touched, through everything needed to run or to recover; each with the domain that touches it first. */
function spreadTouch({ graph }: Solver, touching: ScratchNumbers): ScratchNumbers {
  // The list grows while it is walked.
  for (const service of touching.keys()) {
    const domain = touching.get(service);
    const reach = (user: ServiceIndex): void => {
      if (touching.get(user) === nowhere) touching.set(user, domain);
    };
    for (const need of rowOf(graph.neededIn, service)) if (graph.kind[need] !== soft) reach(graph.owner[need] ?? 0);
    for (const user of rowOf(graph.usedBy, service)) reach(user);
  }
  return touching;
}
