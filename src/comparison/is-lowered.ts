/**
 * Whether a rank asks for less than another did. What nobody can know about services without one fails the gate as it
 * does for rank 1; from rank 2 on it does not.
 */
export function isLowered(before: number | undefined, now: number | undefined): boolean {
  if (before === undefined) return now !== undefined && now > 1;
  return now === undefined || now > before;
}
