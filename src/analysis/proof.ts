import type { Drill, DomainIndex, Model, Seconds, ServiceIndex } from '../model/model.js';
import type { PromiseResult } from './promises.js';

/** What a drill or incident measured for a promise. */
export interface Measurement {
  readonly drill: Drill;
  /** Seconds. */
  readonly value: Seconds;
  /** `changed`: what would recover today is not what was tested, so it proves nothing. */
  readonly standing: 'current' | 'changed';
}

/** Which drills speak about today. */
export interface Standing {
  /** By its date. */
  readonly counts: (drill: Drill) => boolean;
  /** Whether what decides the recovery of a service is different since a drill; undefined: the drill does not tell. */
  readonly isChanged: (drill: Drill, service: ServiceIndex) => boolean | undefined;
}

/**
 * The latest measurement that speaks about a promise: the drill really lost the promise's worst domain (itself, or something
 * that takes it), measured the service, and counts by its date. Where the service has changed since, an earlier drill speaks only if
 * it is known to have tested what there is today. `own`: what was not kept when something wider was lost says nothing of this
 * loss, and hides nothing that was measured of it before.
 */
export function measurementOf(
  { drills }: Model,
  { service, objective, worst, target = 0 }: PromiseResult,
  lostInDrill: (drill: number) => ReadonlySet<DomainIndex>,
  { counts, isChanged }: Standing,
  misses: 'any' | 'own' = 'any',
): Measurement | undefined {
  if (worst === undefined) return undefined;
  let changed: Measurement | undefined;
  for (const drill of drills.toReversed()) {
    if (!counts(drill) || !lostInDrill(drill.index).has(worst) || drill.isTalk) continue;
    const value = drill.measured.get(service)?.[objective];
    // What failed may still have measured that a promise is missed. It keeps none, and ends what was proven before, of
    // all that it says something about; of everything where it measured nothing.
    const isAbout = drill.measured.size === 0 || drill.measured.has(service);
    const isOwn = misses === 'any' || drill.lose.domains.includes(worst);
    if (isOwn && drill.result === 'failed' && isAbout && (value === undefined || value <= target)) return changed;
    if (value === undefined) continue;
    const different = isChanged(drill, service);
    if (!isOwn && different !== true && (value > target || drill.result === 'failed')) continue;
    if (different === false || (different === undefined && changed === undefined))
      return { drill, value, standing: 'current' };
    changed ??= { drill, value, standing: 'changed' };
  }
  return changed;
}
