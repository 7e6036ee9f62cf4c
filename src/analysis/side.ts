/** Everything is solved twice: with every unknown at its best (0), and at its worst (1). */
export type Side = 0 | 1;

export const best = 0;
export const worst = 1;

/** A number that may be unknown: nothing at best, without end at worst. Known numbers are the same on both sides. */
export function atSide(value: number | undefined, side: Side): number {
  return value ?? (side === best ? 0 : Infinity);
}
