import type { FailureDomain, Model, ServiceIndex } from '../model/model.js';
import { best, worst } from './side.js';
import type { Solution } from './solver.js';
import { targetOf } from './target-of.js';

/** Services that are not back within the RTO that they have for a loss of this kind. */
export interface BeyondRto {
  readonly surely: readonly ServiceIndex[];
  /** At worst, and not surely. */
  readonly perhaps: readonly ServiceIndex[];
}

/** Of the services that the loss of one domain touches. */
export function beyondRto({ services }: Model, { kind }: FailureDomain, solution: Solution): BeyondRto {
  const surely: ServiceIndex[] = [];
  const perhaps: ServiceIndex[] = [];
  for (const index of solution.touched()) {
    const service = services[index];
    const target = service === undefined ? undefined : targetOf(service, 'rto', [kind]).target;
    if (target === undefined) continue;
    if (solution.readyAt(index, best) > target) surely.push(index);
    else if (solution.readyAt(index, worst) > target) perhaps.push(index);
  }
  return { surely, perhaps };
}
