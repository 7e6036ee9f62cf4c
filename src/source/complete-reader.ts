import { type Document, parseAllDocuments } from 'yaml';
import type { Problem } from '../problem.js';
import type { AliasBudget } from './alias-budget.js';
import type { JsonValue } from './json-value.js';
import type { NodeSpan } from './node-span.js';
import { type SourceLimits, depthHelp } from './source-limits.js';
import { syntaxProblem } from './syntax-problem.js';
import { YamlConverter } from './yaml-converter.js';
import { tooDeepAt } from './yaml-nesting.js';
import type { YamlPiece } from './yaml-piece.js';

export interface CompleteDocument {
  /** Undefined for a document with nothing in it, or one with problems. */
  readonly value: JsonValue | undefined;
  readonly span: NodeSpan;
}

export interface CompleteReading {
  readonly documents: readonly CompleteDocument[];
  readonly problems: readonly Problem[];
}

/** Reads any YAML 1.2, one error per document at most. About twenty times slower than the plain reader. */
export function readCompletely(piece: YamlPiece, limits: SourceLimits, budget: AliasBudget): CompleteReading {
  const { file, text, base, depth } = piece;
  const deep = tooDeepAt(text, limits.depth - depth + 1);
  if (deep !== undefined) return { documents: [], problems: [depthProblem(file, base + deep, limits.depth)] };
  const problems: Problem[] = [];
  const documents = parse(text).map((document) => {
    const error = document.errors[0];
    if (error !== undefined) problems.push(syntaxProblem(error, file, text, base));
    else if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
      const message = `YAML ${document.directives.yaml.version} is not read, only YAML 1.2`;
      problems.push({
        code: 'syntax',
        message,
        at: { file, start: base, end: base + 1 },
        help: 'remove the `%YAML` line',
      });
    }
    const converter = new YamlConverter(piece, limits, budget, problems);
    const before = problems.length;
    const value = error === undefined ? converter.document(document.contents) : undefined;
    const span = converter.span;
    return { value: problems.length > before ? undefined : value, span };
  });
  return { documents, problems };
}

/** `uniqueKeys` is off because the library's check is quadratic; the converter has its own. */
function parse(text: string): Document.Parsed[] {
  const options = {
    uniqueKeys: false,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    logLevel: 'silent',
  } as const;
  const parsed = parseAllDocuments(text, options);
  return Array.isArray(parsed) ? parsed : [];
}

/** The problem of maps and lists nested deeper than `max`. */
export function depthProblem(file: string, start: number, max: number): Problem {
  const message = `maps and lists are nested deeper than ${String(max)}`;
  return { code: 'limit', message, at: { file, start, end: start + 1 }, help: depthHelp };
}
