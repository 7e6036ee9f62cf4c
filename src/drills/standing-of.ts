import type { Drill, ServiceIndex } from '../model/model.js';
import { daysBetween } from '../units/date.js';
import { changesSince } from './changes-since.js';
import type { RecoveryDigests } from './recovery-digests.js';

/** What a drill is worth today for a service: `untold` where it is young enough and records nothing of what it tested. */
export type Standing = 'current' | 'untold' | 'changed' | 'too old';

const day = 86_400;

/** `now` is an ISO date, `maxAge` in seconds. */
export function standingOf(
  digests: RecoveryDigests,
  drill: Drill,
  service: ServiceIndex,
  { now, maxAge }: { readonly now: string; readonly maxAge: number },
): Standing {
  if (daysBetween(drill.date, now) * day > maxAge) return 'too old';
  const changes = changesSince(digests, drill, service);
  if (changes === undefined) return 'untold';
  return changes.length === 0 ? 'current' : 'changed';
}
