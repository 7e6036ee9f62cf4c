import type { DomainIndex, FailureDomain } from '../model/model.js';
import { beyondRto, type BeyondRto } from './beyond-rto.js';
import type { Solution, Solver } from './solver.js';
import { unsureServices } from './unsure-services.js';

/** A failure domain, and whom its loss takes beyond their RTO. */
export interface DomainBlast extends BeyondRto {
  readonly domain: FailureDomain;
}

/** Of every single failure domain, lost for good, in order of the model. `lossOf` solves the loss of one. */
export function blastRadii(solver: Solver, lossOf: (domain: DomainIndex) => Solution): readonly DomainBlast[] {
  return solver.model.domains.map((domain) => {
    const solution = lossOf(domain.index);
    return { domain, ...beyondRto(solver.model, domain, solution, unsureServices(solver, solution).time) };
  });
}
