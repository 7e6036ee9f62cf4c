import type { KeyPath } from '../place.js';

/** A field as its key path reads in the inventory, with list positions and the names of backups left open. */
export function tellField(path: KeyPath): string {
  return path.reduce<string>((name, part, at) => {
    if (typeof part === 'number') return `${name}[]`;
    if (at === 1 && path[0] === 'backups') return `${name}.<id>`;
    return name === '' ? part : `${name}.${part}`;
  }, '');
}
