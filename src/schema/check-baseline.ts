import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import type { BaselineDocument } from './baseline-document.js';
import { baselineFields } from './generated/baseline-tables.js';
import { validateBaseline } from './generated/validate-baseline.js';
import { violationProblems } from './violation-problems.js';

/** True if a value is a baseline as the schema describes it. */
export function isBaseline(value: unknown): value is BaselineDocument {
  return validateBaseline(value);
}

/** Everything in a baseline that is not as the format asks. */
export function checkBaseline(document: SourceDocument): readonly Problem[] {
  if (document.value === null) {
    const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
    return [{ code: 'empty', message: 'the baseline is empty', at, help: '`firebreak baseline create` writes one' }];
  }
  if (validateBaseline(document.value)) return [];
  return violationProblems(document, validateBaseline, {
    topKey: 'a key of a baseline',
    topKeys: 'its keys',
    table: baselineFields,
    example: '{ "version": 1, "findings": [] }',
  });
}
