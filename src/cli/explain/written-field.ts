import type { Model, Origin } from '../../model/model.js';
import type { KeyPath } from '../../place.js';

/** Fields that say something when they are there and leave nothing open when they are not. */
const optional: ReadonlySet<string | number | undefined> = new Set(
  'name system tier quorum demand votes promotable failsWith mtpd redirect verify'.split(' '),
);

/** Whether nothing is left open where this field of a service is left out. */
export function isOptional(path: KeyPath): boolean {
  return optional.has(path.at(-1)) || path[1] === 'rebuild';
}

/** What has no key of its own, such as a kind of loss in a plain list, comes from what holds it. */
export function originOf(model: Model, service: number, path: KeyPath): Origin {
  const origin = model.origin(service, path);
  return origin.layer === 'absent' && path.length > 1 ? originOf(model, service, path.slice(0, -1)) : origin;
}

/** `replicas[0].at` */
export function fieldName(path: KeyPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
