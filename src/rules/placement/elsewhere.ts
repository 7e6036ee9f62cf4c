import type { DomainIndex, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';

/**
 * Whether a service names a place outside of a loss where it is rebuilt, or restored from a backup that is left; `open`
 * where it plans to and does not say where. How long that takes, and what it waits for, is another matter.
 */
export function elsewhere(
  { domainsTaking }: Facts,
  { stateful, recovery: { rebuild }, backups = [] }: Service,
  loss: DomainIndex,
): 'yes' | 'no' | 'open' {
  const isOutside = (place: DomainIndex): boolean => !domainsTaking(place).includes(loss);
  const left = backups.filter(
    ({ at, failsWith }) => at?.some(isOutside) !== false && failsWith.every((members) => members.some(isOutside)),
  );
  const plans = [
    // What holds data is not rebuilt, or it would be empty.
    ...(rebuild === undefined || stateful ? [] : [rebuild.to]),
    ...left.map(({ at, restore }) => (at === undefined ? undefined : restore.to)),
  ];
  if (plans.some((to) => to?.some(isOutside) === true)) return 'yes';
  return plans.includes(undefined) ? 'open' : 'no';
}
