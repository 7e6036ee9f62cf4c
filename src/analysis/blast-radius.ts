import type { DomainIndex, FailureDomain } from '../model/model.js';
import { beyondRto, type BeyondRto } from './beyond-rto.js';
import type { OnSolved } from './promises.js';
import type { Solution, Solver } from './solver.js';

/** A failure domain, and whom its loss takes beyond their RTO. */
export interface DomainBlast extends BeyondRto {
  readonly domain: FailureDomain;
}

/** Whom the loss of every single failure domain, for good, takes beyond their RTO. */
export interface BlastRadii {
  /** While the losses are solved: spares solving one of them again. */
  readonly note: OnSolved;
  /** In order of the model. `lossOf` solves the loss of one that was not noted. */
  readonly all: (lossOf: (domain: DomainIndex) => Solution) => readonly DomainBlast[];
}

export function blastRadii(solver: Solver): BlastRadii {
  const { model } = solver;
  const noted = new Map<DomainIndex, BeyondRto>();
  return {
    note: (solution, domain) => noted.set(domain.index, beyondRto(model, domain, solution)),
    all: (lossOf) =>
      model.domains.map((domain) => {
        const before = noted.get(domain.index);
        if (before !== undefined) return { domain, ...before };
        return { domain, ...beyondRto(model, domain, lossOf(domain.index)) };
      }),
  };
}
