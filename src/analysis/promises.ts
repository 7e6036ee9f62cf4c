import type { DomainIndex, Seconds, ServiceIndex, SurvivedKind } from '../model/model.js';
import type { Range } from './outcome.js';
import { addCause, rootCausesIn, type RootCause } from './root-causes.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';
import { rowOf } from './sparse-rows.js';
import { unsureServices } from './unsure-services.js';

export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

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

/** Solves the loss of every failure domain of every kind that a service is to survive. */
export function surveyLosses(solver: Solver): Survey {
  const { model } = solver;
  const kinds = [
    ...new Set(model.services.flatMap(({ objectives }) => objectives.survive.map(({ kind }) => kind))),
  ].sort();
  const causes = new Map<string, readonly RootCause[]>();
  const results = new Map(kinds.map((kind) => [kind, surveyKind(solver, kind, causes)]));
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

interface Candidate {
  readonly range: Range;
  readonly verdict: Verdict;
  readonly worst: DomainIndex;
}

function surveyKind(solver: Solver, kind: string, causes: Map<string, readonly RootCause[]>): Lookup {
  const { model } = solver;
  const domains = model.domains.filter((domain) => domain.kind === kind);
  const survivors = new Map(
    model.services.flatMap(({ index, objectives }) => {
      const survived = objectives.survive.find((one) => one.kind === kind);
      return survived === undefined ? [] : [[index, survived] as const];
    }),
  );
  const worstOf = { rto: new Map<ServiceIndex, Candidate>(), rpo: new Map<ServiceIndex, Candidate>() };
  const firstStrike = new Map<ServiceIndex, DomainIndex>();
  for (const { index: domain } of domains) {
    const solution = solver.solve({
      domains: [domain],
      services: [],
      corrupted: [],
      lasts: undefined,
      destroys: false,
    });
    for (const service of solution.struck()) if (!firstStrike.has(service)) firstStrike.set(service, domain);
    let stuck = false;
    const unsure = unsureServices(solver, solution);
    for (const service of new Set([...solution.touched(), ...unsure.loss])) {
      const survived = survivors.get(service);
      // What only misses a soft dependency is not touched, as far as promises go.
      const missesNothing = solution.readyAt(service, worst) === 0 && solution.lossOf(service, worst) === 0;
      if (survived === undefined || (missesNothing && !unsure.loss.has(service))) continue;
      stuck ||= solution.readyAt(service, best) === Infinity;
      for (const objective of objectivesOf) {
        // Who never stops waits for nobody.
        const waits = solution.readyAt(service, worst) > 0 && unsure.time.has(service);
        const sure = objective === 'rto' ? !waits : !unsure.loss.has(service);
        keepWorse(worstOf[objective], solution, service, survived[objective], objective, domain, sure);
      }
    }
    if (!stuck) continue;
    for (const cause of rootCausesIn(solver, solution, domain, (service) => survivors.has(service))) {
      const key = cause.culprits.join(' ');
      causes.set(key, addCause(causes.get(key) ?? [], cause));
    }
  }
  const touching = spreadTouch(solver, firstStrike);
  return (service, survived, objective) => {
    const target = survived[objective];
    const common = { service, kind, objective, target };
    if (domains.length === 0) {
      return {
        ...common,
        range: { best: 0, worst: Infinity },
        verdict: target === undefined ? 'not-applicable' : 'unknown',
        worst: undefined,
      };
    }
    const found = worstOf[objective].get(service);
    if (found !== undefined) return { ...common, ...found };
    const by = touching.get(service);
    const verdict = by === undefined || target === undefined ? 'not-applicable' : 'kept';
    return { ...common, range: { best: 0, worst: 0 }, verdict, worst: by };
  };
}

function keepWorse(
  candidates: Map<ServiceIndex, Candidate>,
  solution: Solution,
  service: ServiceIndex,
  target: Seconds | undefined,
  objective: PromiseResult['objective'],
  domain: DomainIndex,
  sure: boolean,
): void {
  const answer = objective === 'rto' ? solution.readyAt : solution.lossOf;
  const range = { best: answer(service, best), worst: answer(service, worst) };
  const candidate = { range, verdict: judge(range, target, sure), worst: domain };
  const before = candidates.get(service);
  if (before === undefined || isWorse(candidate, before)) candidates.set(service, candidate);
}

/** `sure`: the range really holds all that may happen. */
function judge(range: Range, target: Seconds | undefined, sure: boolean): Verdict {
  if (target === undefined) return 'not-applicable';
  if (range.worst <= target) return sure ? 'kept' : 'unknown';
  return range.best > target ? 'broken' : 'unknown';
}

const badness = { 'not-applicable': 0, kept: 1, unknown: 2, broken: 3 } as const;

/**
 * What is broken is broken at best, so the best answers are compared first; whether anything else is kept hangs on the
 * worst. Domains come in order of id, so the first of equals stays.
 */
function isWorse(a: Candidate, b: Candidate): boolean {
  if (a.verdict !== b.verdict) return badness[a.verdict] > badness[b.verdict];
  const first = a.verdict === 'broken' ? 'best' : 'worst';
  if (a.range[first] !== b.range[first]) return a.range[first] > b.range[first];
  return a.range.best + a.range.worst > b.range.best + b.range.worst;
}

/** Who is touched, through everything needed to run or to recover; each with the domain that touches it first. */
function spreadTouch(
  { graph }: Solver,
  struck: ReadonlyMap<ServiceIndex, DomainIndex>,
): ReadonlyMap<ServiceIndex, DomainIndex> {
  const touching = new Map(struck);
  for (const [service, domain] of touching) {
    const users = [...rowOf(graph.neededIn, service)].flatMap((index) => {
      const need = graph.needs[index];
      return need === undefined || need.kind === 'soft' ? [] : [need.owner];
    });
    for (const user of [...users, ...rowOf(graph.usedBy, service)]) if (!touching.has(user)) touching.set(user, domain);
  }
  return touching;
}
