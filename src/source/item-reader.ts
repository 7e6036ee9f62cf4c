import type { JsonValue } from './json-value.js';

/** How deep the maps and lists stand whose entries are items: `services` is an entry at 1, a service one at 2. */
export const itemDepth = 2;

/**
 * Reads one item of a section, which the plain reader could not, from the lines between two offsets. It gives up if
 * the item cannot be read on its own, and skips an item whose problems it has noted.
 */
export type ItemReader = (start: number, end: number) => { readonly value: JsonValue } | 'skip' | 'give up';
