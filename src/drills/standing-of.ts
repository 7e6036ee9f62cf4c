import type { Drill, ServiceIndex } from '../model/model.js';
import { ageOn, type AgeLimit } from '../units/age.js';
import { changesSince } from './changes-since.js';
import type { RecoveryDigests } from './recovery-digests.js';

/** What a drill is worth today for a service: `untold` where it is young enough and records nothing of what it tested. */
export type Standing = 'current' | 'untold' | 'changed' | 'too old' | 'only talk' | 'failed';

/** `now` is an ISO date. */
export function standingOf(
  digests: RecoveryDigests,
  drill: Drill,
  service: ServiceIndex,
  { now, ...limit }: AgeLimit & { readonly now: string },
): Standing {
  if (drill.isTalk) return 'only talk';
  if (drill.result === 'failed') return 'failed';
  if (ageOn(now, drill.date, limit).standing === 'stale') return 'too old';
  const changes = changesSince(digests, drill, service);
  if (changes === undefined) return 'untold';
  return changes.length === 0 ? 'current' : 'changed';
}
