import type { Fields } from './layer-fields.js';
import type { Inherited } from './written.js';

/** Parts that services took over whole from the same layers. */
export type SharedParts<Part> = Map<Inherited | undefined, Part>;

/** The same part for all services that inherit it and add nothing of their own: most of a large estate. */
export function sharedPart<Part>(parts: SharedParts<Part>, fields: Fields, key: string, build: () => Part): Part {
  if (fields.up !== undefined || fields.near?.[key] !== undefined) return build();
  const { inherited } = fields.of;
  let part = parts.get(inherited);
  if (part === undefined) {
    part = build();
    parts.set(inherited, part);
  }
  return part;
}
