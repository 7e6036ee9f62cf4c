import type { Severity } from '../finding.js';
import type { Place } from '../place.js';
import type { Sources } from '../source/sources.js';

/** Which findings of its rule a waiver names. All fields given must fit; of a list one is enough. Never empty. */
export interface Named {
  readonly service?: readonly string[];
  readonly location?: readonly string[];
  readonly domain?: readonly string[];
  readonly plan?: readonly string[];
  readonly supplier?: readonly string[];
  /** ISO date. */
  readonly drill?: string;
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly fingerprint?: readonly string[];
}

/** A decision to live with findings of a rule until a day. Days are ISO dates, both ends inclusive. */
export interface Waiver {
  /** Its id, or what it says it is about where it has none. */
  readonly name: string;
  /** Whether `name` was written down as its id. */
  readonly hasId: boolean;
  readonly place: Place;
  readonly rule: string;
  readonly on: Named;
  /** The worst that is accepted; undefined: what the rule itself gives the finding, whatever the settings make of it. */
  readonly severity: Severity | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly approvedBy: string | undefined;
  readonly ticket: string | undefined;
  readonly created: string | undefined;
  readonly renewed: string | undefined;
  readonly expires: string;
  /** Ids of the services that may be hurt besides the one it is about; undefined: any. */
  readonly hurts: readonly string[] | undefined;
  /** How many findings it is meant to accept at most. */
  readonly expect: number;
}

/** The waivers of all files, with the texts to show them from. */
export interface Waivers {
  readonly all: readonly Waiver[];
  readonly sources: Sources;
  /** By path. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** A waiver with no more days left than this expires soon. */
  readonly warnDays: number;
}
