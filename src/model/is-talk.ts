import type { Drill } from './drill.js';

/** Around a table nothing is taken away, so that nothing can be measured. */
export function isTalk({ kind }: Drill): boolean {
  return kind === 'tabletop';
}
