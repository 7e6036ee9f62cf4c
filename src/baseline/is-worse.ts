import { atLeast } from '../finding.js';
import type { Comparable, KnownFinding } from './baseline.js';

/**
 * Whether a finding is more than what was known: more severe, further off, hurting a service that it did not hurt, or
 * seen by a rule that did not see it. An entry without a magnitude was made before its rule measured, and is not compared.
 */
export function isWorse(finding: Omit<Comparable, 'subject'>, known: KnownFinding): boolean {
  return (
    !atLeast(known.severity, finding.severity) ||
    isFurther(finding.magnitude, known.magnitude) ||
    hasOther(finding.hurts, known.hurts) ||
    hasOther(finding.also, known.also)
  );
}

/** null is without limit. */
function isFurther(now: number | null | undefined, before: number | null | undefined): boolean {
  return now !== undefined && before !== undefined && (now ?? Infinity) > (before ?? Infinity);
}

function hasOther(now: readonly string[], before: readonly string[]): boolean {
  const known = new Set(before);
  return now.some((one) => !known.has(one));
}
