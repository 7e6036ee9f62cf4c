import { loadInventory } from './load-inventory.js';
import { collectSections } from './model/collect-sections.js';
import { findPlanned } from './model/find-planned.js';
import type { Model } from './model/model.js';
import { ProblemList } from './model/problem-list.js';
import { NameSuggester } from './model/suggest-name.js';
import { reportDiagnostics } from './report/report-diagnostics.js';
import type { Diagnostic } from './report/report.js';
import { buildSimulation } from './report/simulation-build.js';
import { resolveEvent, type LossRequest, type UnknownName } from './report/simulation-event.js';
import { buildRanking, type RankingRequest } from './report/simulation-ranking.js';
import type { LossRanking, Simulation } from './report/simulation.js';
import type { SourceDocument } from './source/source-document.js';
import type { SourceFile } from './source/source-file.js';

/** A result, or why there is none: problems with the files, or names that the inventory does not have. */
export type Answer<Result> =
  | { readonly outcome: 'done'; readonly result: Result }
  | { readonly outcome: 'unreadable'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly outcome: 'unknown-name'; readonly unknown: readonly UnknownName[] };

/**
 * Works out what one loss does to every service of an inventory given as files. Pure, and never throws on what is in
 * the files: any problem with them, or a name they do not have, is the answer.
 */
export function simulate(files: readonly SourceFile[], request: LossRequest): Answer<Simulation> {
  return withModel(files, (model, isPlanned) => {
    const resolved = resolveEvent(model, request, isPlanned);
    if (!resolved.ok) return { outcome: 'unknown-name', unknown: resolved.unknown };
    return { outcome: 'done', result: buildSimulation(model, resolved.event, resolved.asked, files) };
  });
}

/** Ranks the loss of every single failure domain, or of those of one kind, by how much it hurts. */
export function rankLosses(files: readonly SourceFile[], request: RankingRequest): Answer<LossRanking> {
  return withModel(files, (model) => {
    const { kind } = request;
    const kinds = [...new Set(model.domains.map((domain) => domain.kind))].sort();
    if (kind !== undefined && !kinds.includes(kind)) {
      const meant = new NameSuggester().nearest(kind, kinds);
      return { outcome: 'unknown-name', unknown: [{ id: kind, wanted: 'kind of failure domain', meant }] };
    }
    return { outcome: 'done', result: buildRanking(model, request, files) };
  });
}

/**
 * The inventory behind the files, or every problem that keeps it from being read. `isPlanned` says of an id that the
 * model does not have whether it is a place that is only planned.
 */
export function withModel<Result>(
  files: readonly SourceFile[],
  answer: (model: Model, isPlanned: (id: string) => boolean) => Answer<Result>,
): Answer<Result> {
  const loaded = loadInventory(files);
  if (loaded.ok) return answer(loaded.model, (id) => plannedPlaces(loaded.documents).has(id));
  return { outcome: 'unreadable', diagnostics: reportDiagnostics(loaded.sources, loaded.problems) };
}

function plannedPlaces(documents: readonly SourceDocument[]): ReadonlySet<string> {
  return findPlanned(collectSections(documents, new ProblemList()).locations);
}
