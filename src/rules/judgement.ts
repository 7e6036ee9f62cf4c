import type { Severity } from '../finding.js';
import type { DomainIndex, EntityRef, ServiceIndex } from '../model/model.js';
import type { KeyPath, Place } from '../place.js';

/** A place in the inventory with what the reader should see there. */
export interface Spot {
  readonly at: Place;
  readonly label: string;
}

/** The subject is in the bad state. */
export interface Failure {
  readonly outcome: 'fail';
  /** Both quantities in one sentence, without a full stop. */
  readonly message: string;
  /** Tells several failures of one rule on one subject apart, in the fingerprint; ids, never positions. */
  readonly detail?: string;
  /** What is missing is only the repetition of something that still counts for a while: never more than a low finding. */
  readonly inGrace?: true;
  /** When this case is milder or worse than the rule's default. */
  readonly severity?: Severity;
  /** The first is the line to change. Never empty. */
  readonly spots: readonly [Spot, ...Spot[]];
  /** The loss in which it shows, where it is about one. */
  readonly loss?: DomainIndex;
  /** Superseded rules whose findings have the same cause only where they are about the same loss. */
  readonly onlyOfLoss?: readonly string[];
  /** Services besides the subject whose findings by superseded rules have the same cause: the rest of a circle, or whoever cannot read its backups. */
  readonly covers?: readonly ServiceIndex[];
  /** `loss`: of those only what they are found to lack in the same loss. */
  readonly coversIn?: 'loss';
  /** Services that are worse off for it, the subject itself not counted. */
  readonly hurts?: readonly ServiceIndex[];
  /** How far it misses, in seconds beyond the target; null without limit. Tells whether it got worse since it was accepted. */
  readonly magnitude?: number | null;
  /** Arithmetic or chain of reasoning, a line each. */
  readonly because?: readonly string[];
  /** When it can say more than the rule's own text. */
  readonly fix?: string;
}

/** A field that somebody left out. */
export interface OpenField {
  readonly owner: EntityRef;
  readonly path: KeyPath;
}

/** The subject cannot be judged until somebody fills these fields in. */
export interface CannotKnow {
  readonly outcome: 'unknown';
  readonly missing: readonly OpenField[];
}

export type Judgement = Failure | CannotKnow;
