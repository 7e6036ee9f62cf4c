import type { Problem } from '../problem.js';
import { checkWaivers, isWaivers } from '../schema/check-waivers.js';
import { readSources } from '../source/read-sources.js';
import type { SourceDocument } from '../source/source-document.js';
import type { DigestedFile } from '../source/source-file.js';
import type { Sources } from '../source/sources.js';
import { checkTerms } from './check-terms.js';
import { waiverOf } from './waiver-of.js';
import { defaultWarnDays, type WaiverTerms } from './waiver-terms.js';
import type { Waiver, Waivers } from './waiver.js';

/** The waivers of all files, or everything that is wrong with any of them. */
export type ReadWaivers =
  | { readonly ok: true; readonly waivers: Waivers }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly sources: Sources };

/**
 * Reads files of waivers. One that cannot be read as it is meant makes all of them unusable: half a set of waivers would
 * be another policy than the one that was written down.
 */
export function readWaivers(files: readonly DigestedFile[], terms: WaiverTerms): ReadWaivers {
  const { documents, problems: unread, sources } = readSources(files);
  const malformed = [...unread, ...documents.flatMap(checkWaivers)];
  if (malformed.length > 0) return { ok: false, problems: malformed, sources };
  const all = documents.flatMap(waiversOf);
  const problems = checkTerms(all, terms);
  if (problems.length > 0) return { ok: false, problems, sources };
  const digests = files.map(({ path, sha256 }) => ({ path, sha256 })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { ok: true, waivers: { all, sources, files: digests, warnDays: terms.warnDays ?? defaultWarnDays } };
}

function waiversOf({ file, index, value }: SourceDocument): readonly Waiver[] {
  if (!isWaivers(value)) return [];
  return value.waivers.map((entry, position) =>
    waiverOf(entry, { file, document: index, path: ['waivers', position], on: 'value' }),
  );
}
