import { enclosing } from '../analysis/within.js';
import type { Model } from '../model/model.js';

/** By kind of location: the kinds of those that lie in one of it, as zones lie in regions. */
export function kindsInside(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const inside = new Map<string, Set<string>>();
  for (const { index, kind } of model.domains) {
    for (const around of enclosing(model, index)) {
      const wide = model.domains[around]?.kind;
      if (around === index || wide === undefined) continue;
      const narrow = inside.get(wide);
      if (narrow) narrow.add(kind);
      else inside.set(wide, new Set([kind]));
    }
  }
  return inside;
}
