import type { Drill, ServiceIndex } from '../model/model.js';
import { readDigest, type RecoveryDigest, type RecoveryDigests } from './recovery-digests.js';

/** What is different: what a service says of its own recovery, a place behind it, or something that it needs. */
export interface Change {
  readonly service: ServiceIndex;
  readonly part: 'own' | 'places' | 'needs';
}

/**
 * What decides the recovery of a service and is different from what a drill has tested. Names the services behind it
 * where the drill has recorded them too; otherwise only that something it needs is different. Empty: nothing is. Undefined: the
 * drill has recorded no digest of it, so nobody can tell.
 */
export function changesSince(
  digests: RecoveryDigests,
  { digests: recorded }: Drill,
  service: ServiceIndex,
): readonly Change[] | undefined {
  const text = recorded.get(service);
  if (text === undefined) return undefined;
  const then = readDigest(text);
  const now = digests.of(service);
  const changes = ownChanges(service, then, now);
  if (then?.needs === now.needs) return changes;
  const behind = digests.needsOf(service).flatMap((needed) => {
    const before = recorded.get(needed);
    return before === undefined ? [] : ownChanges(needed, readDigest(before), digests.of(needed));
  });
  return [...changes, ...(behind.length > 0 ? behind : [{ service, part: 'needs' as const }])];
}

/** One of another version cannot be compared, and so proves nothing. */
function ownChanges(service: ServiceIndex, then: RecoveryDigest | undefined, now: RecoveryDigest): readonly Change[] {
  const parts = ['own', 'places'] as const;
  return parts.flatMap((part) => (then?.[part] === now[part] ? [] : [{ service, part }]));
}
