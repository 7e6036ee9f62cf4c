import type { Drill, DomainIndex, Seconds, ServiceIndex } from '../model/model.js';
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
  /** Those that measured the service, or that failed without measuring anything, and count by their date; by date. */
  readonly about: (service: ServiceIndex) => readonly Drill[];
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
  { service, objective, worst, target = 0 }: PromiseResult,
  lostInDrill: (drill: number) => ReadonlySet<DomainIndex>,
  { about, isChanged }: Standing,
  misses: 'any' | 'own' = 'any',
): Measurement | undefined {
  if (worst === undefined) return undefined;
  let changed: Measurement | undefined;
  for (const drill of about(service).toReversed()) {
    if (!lostInDrill(drill.index).has(worst) || drill.isTalk) continue;
    const value = drill.measured.get(service)?.[objective];
    // What failed may still have measured that a promise is missed. It keeps none, and ends what was proven before, of
    // all that it says something about; of everything where it measured nothing.
    const isOwn = misses === 'any' || drill.lose.domains.includes(worst);
    if (isOwn && drill.result === 'failed' && (value === undefined || value <= target)) return changed;
    if (value === undefined) continue;
    const different = isChanged(drill, service);
    if (!isOwn && different !== true && (value > target || drill.result === 'failed')) continue;
    if (different === false || (different === undefined && changed === undefined))
      return { drill, value, standing: 'current' };
    changed ??= { drill, value, standing: 'changed' };
  }
  return changed;
}
