import { keyOf, type KeyPath, type Place } from '../place.js';
import type { ProblemCode } from '../problem.js';
import { findOrigin } from './find-origin.js';
import { pathOf, type Fields } from './layer-fields.js';
import type { Objectives, Recovery } from './model.js';
import type { NameTable } from './name-table.js';
import type { ProblemList } from './problem-list.js';
import type { SharedParts } from './shared-part.js';
import type { NameSuggester } from './suggest-name.js';
import type { UnitParsers } from './unit-parsers.js';

/** What everything that turns text into model needs: the names, and where to put what does not fit. */
export interface Linking {
  readonly names: NameTable;
  readonly problems: ProblemList;
  readonly suggester: NameSuggester;
  readonly units: UnitParsers;
  readonly sharedObjectives: SharedParts<Objectives>;
  readonly sharedRecoveries: SharedParts<Recovery>;
}

/** A spot below a map. Plain data: turned into a place only when there is something to report. */
export interface Spot {
  readonly fields: Fields;
  readonly path: KeyPath;
  readonly on: 'key' | 'value';
}

/** Reports a problem where the value in question was written, be it a tier or the defaults. */
export function reportAt(
  linking: Linking,
  spot: Spot,
  problem: { readonly code: ProblemCode; readonly message: string; readonly help: string },
): void {
  linking.problems.add({ ...problem, at: placeOfSpot(spot) });
}

function placeOfSpot({ fields, path, on }: Spot): Place {
  const { place } = findOrigin(fields.of, pathOf(fields, ...path));
  return on === 'key' ? keyOf(place) : place;
}
