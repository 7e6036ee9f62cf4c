import { below, keyOf, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import { breachesOf, type Breach } from './breach.js';
import { definitionOf, textParam } from './definition.js';
import { expectations } from './expectations.js';
import type { FieldTable } from './field-table.js';
import { idRefusal, kindRefusal } from './id-refusal.js';
import { keyAdvice, nounOf } from './key-advice.js';
import { labelOf } from './label.js';
import { nearestWord } from './nearest-word.js';
import { quoted } from './quoted.js';
import { valueProblem } from './value-problem.js';
import type { Violation } from './violation.js';

/** What differs between the kinds of documents. */
export interface Wording {
  /** What the keys at the top are: "a section of an inventory". */
  readonly topKey: string;
  /** The same, several: "the sections". */
  readonly topKeys: string;
  readonly table: FieldTable;
  /** A whole document, where it is not an inventory. */
  readonly example?: string;
}

/** What a validator leaves behind. */
export interface Violations {
  readonly errors: readonly Violation[] | null;
  readonly complete: boolean;
}

/** Turns what a validator reports into problems in our own words, about one for each wrong value. */
export function violationProblems(
  document: SourceDocument,
  { errors, complete }: Violations,
  wording: Wording,
): readonly Problem[] {
  const root: Place = { file: document.file, document: document.index, path: [], on: 'value' };
  const problems = breachesOf(document.value, errors ?? []).flatMap((breach) =>
    problemsOf(breach, below(root, ...breach.path), wording),
  );
  const message = 'there is more wrong with the document than can be listed';
  return complete ? problems : [...problems, { code: 'limit', message, at: root, help: 'put these right first' }];
}

function problemsOf(breach: Breach, at: Place, wording: Wording): readonly Problem[] {
  if (breach.value === null) return [emptyValue(breach, at)];
  const problems = breach.violations.flatMap((violation): readonly Problem[] => {
    if (violation.keyword === 'additionalProperties') return [unknownKey(violation, at, wording)];
    if (violation.keyword === 'propertyNames') return [wrongName(violation, at, breach.violations)];
    if (violation.keyword === 'required') return missingField(violation, at, breach.violations);
    return [];
  });
  // Something is wrong inside, so the value had one of the right shapes: what the other shapes ask for is noise.
  if (problems.length > 0 || breach.deeper) return problems;
  const problem = { ...valueProblem(breach), at };
  if (breach.path.length > 0 || wording.example === undefined) return [problem];
  return [
    { ...problem, message: 'the document must be a map of fields', help: `write it like ${quoted(wording.example)}` },
  ];
}

function emptyValue(breach: Breach, at: Place): Problem {
  const label = labelOf(breach.path);
  const key = breach.path.at(-1);
  if (key === undefined)
    return { code: 'empty', message: 'the document is empty', at, help: 'write what it is for, or take the file out' };
  if (typeof key === 'number') {
    return { code: 'empty', message: `${label} has no value`, at, help: 'write one, or remove the item' };
  }
  return { code: 'empty', message: `${label} has no value`, at: keyOf(at), help: emptyAdvice(key, breach) };
}

function emptyAdvice(key: string, breach: Breach): string {
  const types = breach.violations
    .filter(({ keyword }) => keyword === 'type')
    .map((violation) => textParam(violation, 'type'));
  if (types.some((type) => type === 'object') && !types.includes('string')) {
    return `write ${quoted(`${key}: {}`)} if there is nothing to say, or remove the line`;
  }
  if (types.every((type) => type === 'array') && types.length > 0) return 'write a list, or remove the line';
  const wordless = breach.violations.some((violation) =>
    ['', 'calendarDate', 'text', 'id'].includes(definitionOf(violation)),
  );
  return wordless ? 'write one, or remove the line' : 'write one, write `unknown`, or remove the line';
}

function unknownKey(violation: Violation, at: Place, wording: Wording): Problem {
  const key = textParam(violation, 'additionalProperty');
  const fields = definitionOf(violation);
  const what = fields === '' ? wording.topKey : `a field of ${nounOf(fields)}`;
  return {
    code: 'unknown-key',
    message: `${quoted(key)} is not ${what}`,
    at: keyOf(below(at, key)),
    help: keyAdvice(key, fields, wording.table, fields === '' ? wording.topKeys : 'its fields'),
  };
}

function wrongName(violation: Violation, at: Place, all: readonly Violation[]): Problem {
  const key = textParam(violation, 'propertyName');
  const kinds = all.some((other) => other.keyword === 'pattern' && definitionOf(other) === 'kind');
  const rule = all.some((other) => other.keyword === 'pattern' && definitionOf(other) === 'ruleId');
  const refusal = kinds ? kindRefusal(key) : idRefusal(key);
  const message = rule ? `${quoted(key)} is not the name of a rule` : `${quoted(key)} ${refusal.reason}`;
  const help = rule ? 'rule names are like `owner-missing`' : refusal.help;
  return { code: 'value', message, at: keyOf(below(at, key)), help };
}

function missingField(violation: Violation, at: Place, all: readonly Violation[]): readonly Problem[] {
  const key = textParam(violation, 'missingProperty');
  const others = all.filter((other) => other.keyword === 'additionalProperties');
  // The misspelt key is reported already, with what it should be.
  if (others.some((other) => nearestWord(textParam(other, 'additionalProperty'), [key]) !== undefined)) return [];
  const fields = definitionOf(violation);
  const example = fields === '' ? undefined : expectations.get(fields)?.example;
  return [
    {
      code: 'type',
      message: `${quoted(key)} is missing from ${nounOf(fields)}`,
      at,
      help: example === undefined ? `add ${quoted(`${key}: …`)}` : `write it like ${quoted(example)}`,
    },
  ];
}
