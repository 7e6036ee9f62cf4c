import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import { rulesFields } from './generated/rules-tables.js';
import { validateRules } from './generated/validate-rules.js';
import type { RulesDocument } from './rules-document.js';
import { violationProblems } from './violation-problems.js';

/** True if a value is a file of rules as the schema describes it. */
export function isRules(value: unknown): value is RulesDocument {
  return validateRules(value);
}

/** Everything in a file of rules that is not as the format asks. What the expressions say is not looked at. */
export function checkRules(document: SourceDocument): readonly Problem[] {
  if (document.value === null) {
    const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
    return [{ code: 'empty', message: 'the file has no rules', at, help: 'write `rules: []`, or remove the file' }];
  }
  if (validateRules(document.value)) return [];
  return violationProblems(document, validateRules, {
    topKey: 'a key of a file of rules',
    topKeys: 'its keys',
    table: rulesFields,
    example: 'rules: [{ id: acme/…, on: service, assert: …, … }]',
  });
}
