import type { DomainIndex, ServiceIndex } from '../model/model.js';
import type { Range } from './outcome.js';
import type { Verdict } from './judge.js';

export interface WorstAnswer {
  readonly range: Range;
  readonly verdict: Verdict;
  readonly worst: DomainIndex;
}

/** Keeps, for each service, the worst of many answers. Typed arrays: hundreds of answers come for each that stays. */
export interface WorstAnswers {
  /** Whether it is the worst so far, or as bad as that; of equals the first is kept. */
  readonly keep: (service: ServiceIndex, range: Range, verdict: Verdict, domain: DomainIndex) => Standing;
  readonly of: (service: ServiceIndex) => WorstAnswer | undefined;
}

/** How an answer compares with the worst before it. */
export type Standing = 'worst' | 'as bad' | 'milder';

/** The range of whoever never stops, or loses nothing. */
export const unharmed: Range = { best: 0, worst: 0 };

/** From mild to bad; position 0 is for a service of which nothing was said. */
const verdicts = [undefined, 'not-applicable', 'kept', 'unknown', 'broken'] as const;

/**
 * What is broken is broken at best, so the best answers are compared first; whether anything else is kept hangs on the
 * worst. Domains come in order of id, so the first of equals stays.
 */
export function worstAnswers(services: number): WorstAnswers {
  const badness = new Uint8Array(services);
  const least = new Float64Array(services);
  const most = new Float64Array(services);
  const domains = new Int32Array(services);
  const isWorse = (service: ServiceIndex, bad: number, range: Range): boolean => {
    const before = badness[service] ?? 0;
    if (bad !== before) return bad > before;
    const [best, worst] = [least[service] ?? 0, most[service] ?? 0];
    const broken = verdicts[bad] === 'broken';
    const [now, then] = broken ? [range.best, best] : [range.worst, worst];
    return now === then ? range.best + range.worst > best + worst : now > then;
  };
  const isSame = (service: ServiceIndex, bad: number, range: Range): boolean =>
    bad === badness[service] && range.best === least[service] && range.worst === most[service];
  return {
    keep: (service, range, verdict, domain) => {
      const bad = verdicts.indexOf(verdict);
      if (!isWorse(service, bad, range)) return isSame(service, bad, range) ? 'as bad' : 'milder';
      badness[service] = bad;
      least[service] = range.best;
      most[service] = range.worst;
      domains[service] = domain;
      return 'worst';
    },
    of: (service) => {
      const verdict = verdicts[badness[service] ?? 0];
      if (verdict === undefined) return undefined;
      const [atBest, atWorst] = [least[service] ?? 0, most[service] ?? 0];
      // One for all of them: most of what is kept loses nothing.
      const range = atWorst === 0 ? unharmed : { best: atBest, worst: atWorst };
      return { range, verdict, worst: domains[service] ?? 0 };
    },
  };
}
