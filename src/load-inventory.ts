import { linkInventory } from './model/link-inventory.js';
import type { Model } from './model/model.js';
import type { Problem } from './problem.js';
import { checkInventory } from './schema/check-inventory.js';
import { readSources } from './source/read-sources.js';
import type { SourceDocument } from './source/source-document.js';
import type { SourceFile } from './source/source-file.js';
import type { Sources } from './source/sources.js';

/** An inventory read whole, or everything that keeps it from being read. */
export type LoadedInventory = {
  /** For lines and columns. */
  readonly sources: Sources;
} & (
  | { readonly ok: true; readonly model: Model; readonly documents: readonly SourceDocument[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
);

/** The way from files to a model: read, check the shape, link. Any problem ends it; none is passed over. */
export function loadInventory(
  files: readonly SourceFile[],
  onRead?: (done: number, of: number) => void,
): LoadedInventory {
  const { documents, problems: unread, sources } = readSources(files, undefined, onRead);
  const malformed = [...unread, ...documents.flatMap(checkInventory)];
  if (malformed.length > 0) return { ok: false, sources, problems: malformed };
  const { model, problems } = linkInventory(documents);
  if (model === undefined) return { ok: false, sources, problems };
  if (model.services.length === 0) return { ok: false, sources, problems: [noServices(files)] };
  return { ok: true, sources, model, documents };
}

/** An inventory without a service promises nothing, so there is nothing to pass. */
function noServices(files: readonly SourceFile[]): Problem {
  return {
    code: 'empty',
    message: 'the inventory has no services',
    at: { file: files[0]?.path ?? '', start: 0, end: 0 },
    help: 'add a `services` section; `firebreak init` writes one to start from',
  };
}
