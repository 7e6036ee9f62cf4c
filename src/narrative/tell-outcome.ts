import type { OwnState } from '../analysis/own-state.js';
import type { ServiceOutcome } from '../analysis/outcome.js';
import type { Model, Service, ServiceIndex } from '../model/model.js';
import { formatShare } from '../units/share.js';
import { tellDerivation } from './tell-derivation.js';
import { tellLoss } from './tell-loss.js';

/** What besides the outcome there is to tell of a service. */
export interface Surroundings {
  /** The service itself, dependencies aside, at worst. */
  readonly own: OwnState;
  /** Soft dependencies that are down. */
  readonly without: readonly ServiceIndex[];
}

/** What a loss does to one service, and how each bound came about: a sentence or sum each, none twice. */
export function tellOutcome(model: Model, outcome: ServiceOutcome, { own, without }: Surroundings): readonly string[] {
  const service = model.services[outcome.service];
  if (service === undefined) return [];
  const { recovery, loss } = outcome;
  const times = { best: recovery.best, worst: recovery.worst };
  const down = outcome.state.worst !== 'up';
  return [
    ...tellShare(service, own),
    ...(recovery.worst > 0 ? [] : without).map(
      (other) => `${service.id} goes on without ${model.services[other]?.id ?? ''} (soft dependency)`,
    ),
    ...(down && (without.length === 0 || recovery.worst > 0)
      ? bothBounds(
          (side) => tellDerivation(model, outcome.service, times[side], outcome[side]),
          recovery.best !== recovery.worst,
        )
      : []),
    ...(loss.worst === 0
      ? []
      : bothBounds((side) => tellLoss(model, outcome.service, loss[side], outcome[side]), loss.best !== loss.worst)),
  ];
}

/** One line where both bounds say the same, otherwise one for each. */
function bothBounds(tell: (side: 'best' | 'worst') => string, apart: boolean): readonly string[] {
  const best = tell('best');
  const worst = tell('worst');
  return apart || best !== worst ? [`at best ${best}`, `at worst ${worst}`] : [best];
}

function tellShare({ id, minCapacity }: Service, { share }: OwnState): readonly string[] {
  if (share <= 0 || share >= minCapacity) return [];
  return [
    `${id} runs at ${formatShare(share)} of its peak load meanwhile, of the ${formatShare(minCapacity)} it needs`,
  ];
}
