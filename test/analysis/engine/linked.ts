import type { LossEvent } from '../../../src/analysis/loss-event.js';
import { linkInventory } from '../../../src/model/link-inventory.js';
import type { Model } from '../../../src/model/model.js';
import type { JsonObject } from '../../../src/source/json-value.js';
import { parseDuration } from '../../../src/units/duration.js';
import { eventEnds } from '../../support/event-ends.js';
import type { ArbitraryEvent } from '../../support/arbitrary/arbitrary-case.js';

/** A random case in the terms of the engine. */
export function linked(
  inventory: JsonObject,
  event: ArbitraryEvent,
): { readonly model: Model; readonly loss: LossEvent } {
  const { model, problems } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
  if (model === undefined) throw new Error(`not a valid inventory: ${JSON.stringify(problems[0])}`);
  const lasts = event.lasts === undefined ? undefined : parseDuration(event.lasts);
  const services = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => model.serviceById.get(id) ?? []);
  return {
    model,
    loss: {
      domains: event.lose.flatMap((id) => model.domainById.get(id) ?? []),
      services: services(event.lose),
      corrupted: services(event.corrupt ?? []),
      lasts: lasts?.ok === true ? lasts.value : undefined,
      ends: eventEnds(model, event.ends),
      destroys: event.destroys === true,
    },
  };
}
