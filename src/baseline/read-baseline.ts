import type { Problem } from '../problem.js';
import type { BaselineDocument, UnkeptPromise } from '../schema/baseline-document.js';
import { checkBaseline, isBaseline } from '../schema/check-baseline.js';
import { readSources } from '../source/read-sources.js';
import type { DigestedFile } from '../source/source-file.js';
import type { Sources } from '../source/sources.js';
import type { Baseline, KnownFinding, KnownPromise } from './baseline.js';

/** A baseline, or everything that is wrong with its file. */
export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly sources: Sources };

export function readBaseline(file: DigestedFile): ReadBaseline {
  const { documents, problems: unread, sources } = readSources([file]);
  const problems = [...unread, ...documents.flatMap(checkBaseline)];
  if (problems.length > 0) return { ok: false, problems, sources };
  const written = documents.flatMap(({ value }) => (isBaseline(value) ? [value] : []));
  const findings = written.flatMap((one) => one.findings.map(knownFinding));
  const promises = written.every((one) => one.promises !== undefined)
    ? { promises: written.flatMap((one) => (one.promises ?? []).map(knownPromise)) }
    : {};
  return { ok: true, baseline: { path: file.path, sha256: file.sha256, findings, ...promises } };
}

function knownPromise({ service, kind, objective, verdict }: UnkeptPromise): KnownPromise {
  return { service, kind, objective, verdict };
}

function knownFinding(entry: BaselineDocument['findings'][number]): KnownFinding {
  const { fingerprint, rule, subject, severity, magnitude, hurts = [], also = [] } = entry;
  return { fingerprint, rule, subject, severity, ...(magnitude === undefined ? {} : { magnitude }), hurts, also };
}
