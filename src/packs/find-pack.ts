import { packs } from './index.js';
import type { Pack } from './pack.js';

/** The pack of that name, if there is one. */
export function findPack(name: string): Pack | undefined {
  return packs.get(name);
}

/** All of them, in the order in which they are listed. */
export function allPacks(): readonly Pack[] {
  return [...packs.values()];
}
