import type { Facility } from '../../model/facility.js';
import type { FailureDomain } from '../../model/model.js';
import type { KeyPath } from '../../place.js';
import type { Facts } from '../facts.js';
import type { CannotKnow, Failure } from '../judgement.js';

type FacilityFact = keyof Facility;

/** A finding on a facility, at the fact that tells; hurts whatever stands inside. */
export function facilityFailure(
  facts: Facts,
  { index }: FailureDomain,
  fact: FacilityFact | readonly ['tests', string],
  told: { readonly message: string; readonly label: string } & Partial<Pick<Failure, 'detail' | 'severity' | 'fix'>> & {
      readonly mark?: Pick<Failure, 'inGrace'>;
    },
): Failure {
  const { label, mark = {}, ...rest } = told;
  const path: KeyPath = ['facility', ...(typeof fact === 'string' ? [fact] : fact)];
  return {
    outcome: 'fail',
    ...rest,
    ...mark,
    spots: [{ at: facts.model.place({ type: 'domain', index }, path), label }],
    hurts: facts.standingWithin(index),
  };
}

/** Which of these facts nobody states; nothing where all are stated. */
export function* unstated({ index, facility }: FailureDomain, wanted: readonly FacilityFact[]): Iterable<CannotKnow> {
  const open = wanted.filter((fact) => facility?.[fact] === undefined);
  if (open.length === 0) return;
  const owner = { type: 'domain', index } as const;
  yield { outcome: 'unknown', missing: open.map((fact) => ({ owner, path: ['facility', fact] })) };
}

/** Facility rules ask only where somebody began to answer. */
export function hasFacility({ facility }: FailureDomain): boolean {
  return facility !== undefined;
}
