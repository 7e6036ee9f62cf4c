import type { Model, ServiceIndex } from '../../model/model.js';
import type { Place } from '../../place.js';

/** Where a service says that it is to survive the loss of a kind: `survive` is a map from kinds, or a list of them. */
export function survivePlace(model: Model, service: ServiceIndex, kind: string): Place {
  const own = model.origin(service, ['objectives', 'survive', kind]);
  return own.layer === 'absent' ? model.origin(service, ['objectives', 'survive']).place : own.place;
}
