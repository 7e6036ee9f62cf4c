import type { DomainIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { isWithinWalls } from './copies.js';

/** The building around a place: the widest one that it is in, or the place itself where none is declared. */
export function wallsAround({ model }: Facts, place: DomainIndex): DomainIndex {
  let walls = place;
  for (let at: DomainIndex | undefined = place; at !== undefined; at = model.domains[at]?.parent) {
    const domain = model.domains[at];
    if (domain !== undefined && isWithinWalls(domain)) walls = at;
  }
  return walls;
}
