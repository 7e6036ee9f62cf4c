import type { Problem } from '../problem.js';
import { decodeSource } from './decode-source.js';
import type { FileReading } from './file-reading.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import type { SourceDocument } from './source-document.js';
import type { SourceFile } from './source-file.js';
import { type SourceLimits, effectiveLimits } from './source-limits.js';
import { type SourceFormat, SourceText } from './source-text.js';
import type { Sources } from './sources.js';

export interface ReadSources {
  /** By path in code unit order, then by position in the file. Documents with problems are left out. */
  readonly documents: readonly SourceDocument[];
  /** In the order of the documents; all problems of all files. */
  readonly problems: readonly Problem[];
  /** For `locate` and `lineAt`. */
  readonly sources: Sources;
}

/**
 * Reads every file as YAML, or as JSON if its path ends in `.json`. The order of the files makes no difference.
 * `onRead` hears before each file how many are done, of how many.
 */
export function readSources(
  files: readonly SourceFile[],
  limits?: Partial<SourceLimits>,
  onRead?: (done: number, of: number) => void,
): ReadSources {
  const inForce = effectiveLimits(limits);
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [];
  const texts = new Map<string, SourceText>();
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [position, source] of sorted.entries()) {
    onRead?.(position, sorted.length);
    const file = source.path;
    if (file === sorted[position - 1]?.path) continue;
    if (file === sorted[position + 1]?.path) {
      // Neither is read: which of them counts must not depend on the order they came in.
      const message = `two files have the path \`${file}\``;
      problems.push({ code: 'duplicate', message, at: { file, start: 0, end: 0 }, help: 'name each file once' });
      continue;
    }
    const { text, problem } = decodeSource(source, inForce.fileBytes);
    const reading = problem === undefined ? readFile(file, text, inForce) : undefined;
    texts.set(file, new SourceText(file, text, formatOf(reading)));
    problems.push(...(reading?.problems ?? []));
    if (problem !== undefined) problems.push(problem);
    for (const [index, value] of reading?.values.entries() ?? []) {
      if (value !== undefined) documents.push({ file, index, value });
    }
  }
  return { documents, problems, sources: { texts, limits: inForce } };
}

function readFile(file: string, text: string, limits: SourceLimits): FileReading {
  return file.endsWith('.json') ? readJson(file, text, limits) : readYaml(file, text, limits);
}

function formatOf(reading: FileReading | undefined): SourceFormat {
  return reading === undefined || reading.values.length === 0 ? 'unread' : reading.format;
}
