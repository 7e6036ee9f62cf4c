import { below, keyOf, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rules/rule.js';
import { isList, isMap } from '../schema/breach.js';
import { checkRules, isRules } from '../schema/check-rules.js';
import type { JsonValue } from '../source/json-value.js';
import { readSources } from '../source/read-sources.js';
import type { SourceDocument } from '../source/source-document.js';
import type { DigestedFile } from '../source/source-file.js';
import type { Sources } from '../source/sources.js';
import { compileRule } from './compile-rule.js';

/** Rules of a team, in order of their names. */
export interface OwnRules {
  readonly rules: readonly Rule[];
  /** The files that they were read from, by path. */
  readonly files: readonly Pick<DigestedFile, 'path' | 'sha256'>[];
}

/** The rules of all files, or everything that is wrong with any of them. */
export type ReadOwnRules =
  | { readonly ok: true; readonly rules: OwnRules }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly sources: Sources };

/** Most rules in force, so that the time of an audit has a bound whatever the files say. */
const mostRules = 200;

/** Reads files of rules. One that cannot be read as it is meant makes all of them unusable. Nothing in them is executed. */
export function readOwnRules(files: readonly DigestedFile[]): ReadOwnRules {
  const { documents, problems: unread, sources } = readSources(files);
  const malformed = [...unread, ...documents.flatMap(checkRules)];
  if (malformed.length > 0) return { ok: false, problems: malformed, sources };
  const compiled = documents.flatMap(rulesOf);
  const problems = [...compiled.flatMap((one) => one.problems), ...sameNames(compiled), ...tooMany(compiled)];
  if (problems.length > 0) return { ok: false, problems, sources };
  const rules = compiled.flatMap(({ rule }) => rule ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const digests = files.map(({ path, sha256 }) => ({ path, sha256 })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { ok: true, rules: { rules, files: digests } };
}

interface Compiled {
  readonly id: string;
  readonly place: Place;
  readonly rule: Rule | undefined;
  readonly problems: readonly Problem[];
}

function rulesOf({ file, index, value }: SourceDocument): readonly Compiled[] {
  if (!isRules(value)) return [];
  return value.rules.map((written, position) => {
    const place: Place = { file, document: index, path: ['rules', position], on: 'value' };
    const compiled = compileRule({ ...written, schema: schemaOf(value, position) }, place);
    return { id: written.id, place, ...compiled };
  });
}

/** As written: the type of the document says nothing of what is in a schema. */
function schemaOf(document: JsonValue, position: number): JsonValue | undefined {
  const all = isMap(document) ? document['rules'] : undefined;
  const rule = isList(all) ? all[position] : undefined;
  return isMap(rule) ? rule['schema'] : undefined;
}

function sameNames(compiled: readonly Compiled[]): readonly Problem[] {
  const first = new Map<string, Compiled>();
  return compiled.flatMap((one): readonly Problem[] => {
    const earlier = first.get(one.id);
    if (earlier === undefined) {
      first.set(one.id, one);
      return [];
    }
    const related = [{ at: below(earlier.place, 'id'), label: 'the first' }];
    const message = `there are two rules \`${one.id}\``;
    return [{ code: 'duplicate', message, at: below(one.place, 'id'), help: 'give each its own id', related }];
  });
}

function tooMany(compiled: readonly Compiled[]): readonly Problem[] {
  const beyond = compiled[mostRules];
  if (beyond === undefined) return [];
  const message = `there are ${compiled.length} rules; the most is ${mostRules}`;
  return [{ code: 'limit', message, at: keyOf(beyond.place), help: 'take some out' }];
}
