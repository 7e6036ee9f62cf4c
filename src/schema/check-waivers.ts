import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import { waiversFields } from './generated/waivers-tables.js';
import { validateWaivers } from './generated/validate-waivers.js';
import { violationProblems } from './violation-problems.js';
import type { WaiversDocument } from './waivers-document.js';

/** True if a value is a file of waivers as the schema describes it. */
export function isWaivers(value: unknown): value is WaiversDocument {
  return validateWaivers(value);
}

/** Everything in a file of waivers that is not as the format asks. */
export function checkWaivers(document: SourceDocument): readonly Problem[] {
  if (document.value === null) {
    const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
    return [{ code: 'empty', message: 'the file has no waivers', at, help: 'write `waivers: []`, or remove the file' }];
  }
  if (validateWaivers(document.value)) return [];
  return violationProblems(document, validateWaivers, {
    topKey: 'a key of a file of waivers',
    topKeys: 'its keys',
    table: waiversFields,
    example: 'waivers: [{ rule: …, on: { service: … }, … }]',
  });
}
