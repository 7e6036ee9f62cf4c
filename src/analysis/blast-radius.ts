import type { FailureDomain, Model } from '../model/model.js';
import { beyondRto, type BeyondRto } from './beyond-rto.js';
import { createSolver } from './solver.js';
import { unsureServices } from './unsure-services.js';

/** A failure domain, and whom its loss takes beyond their RTO. */
export interface DomainBlast extends BeyondRto {
  readonly domain: FailureDomain;
}

/** Solves the loss of every single failure domain, each for good. In order of the model. */
export function blastRadii(model: Model): readonly DomainBlast[] {
  const solver = createSolver(model);
  return model.domains.map((domain) => {
    const solution = solver.solve({
      domains: [domain.index],
      services: [],
      corrupted: [],
      lasts: undefined,
      destroys: false,
    });
    return { domain, ...beyondRto(model, domain, solution, unsureServices(solver, solution).time) };
  });
}
