import type { Problem } from '../problem.js';
import { AliasBudget } from './alias-budget.js';
import { readCompletely } from './complete-reader.js';
import { type FileReading, emptyProblem } from './file-reading.js';
import { itemDepth } from './item-reader.js';
import { PlainReader } from './plain-reader.js';
import type { SourceLimits } from './source-limits.js';

/** Texts up to this length are given to the complete reader at the first problem: it takes a tenth of a second. */
const smallLength = 100_000;

/** After so many problems in one large file the rest is not looked at. */
const mostItemProblems = 1000;

/**
 * Reads a YAML file: plainly where it can, single items of it by the complete reader where these are not plain, and
 * otherwise the whole file by the complete reader, which then is the one to say what is wrong. Files too long for that
 * have their problems found item by item.
 */
export function readYaml(file: string, text: string, limits: SourceLimits): FileReading {
  const long = text.length > limits.completeLength;
  const itemwise = long || text.length > smallLength;
  const problems: Problem[] = [];
  const reader = new PlainReader(text, 0, text.length, limits, (start, end) => {
    if (end - start > limits.completeLength) return 'give up';
    const reading = readCompletely(
      { file, text: text.slice(start, end), base: start, depth: itemDepth },
      limits,
      reader.budget,
    );
    const value = reading.documents[0]?.value;
    if (value !== undefined && reading.documents.length === 1 && reading.problems.length === 0) return { value };
    // An alias may have its anchor in another item, so that it takes the whole file to judge it.
    const sure = reading.problems.length > 0 && reading.problems.every(({ code }) => code !== 'reference');
    if (!itemwise || !sure || problems.length > mostItemProblems) return 'give up';
    problems.push(...reading.problems);
    return 'skip';
  });
  const value = reader.read();
  if (value !== undefined) return { values: problems.length === 0 ? [value] : [], problems, format: 'plain-yaml' };
  if (long) return { values: [], problems: [...problems, stuck(file, text, reader)], format: 'plain-yaml' };
  return readWhole(file, text, limits);
}

function readWhole(file: string, text: string, limits: SourceLimits): FileReading {
  const reading = readCompletely({ file, text, base: 0, depth: 1 }, limits, new AliasBudget(limits.aliasedValues));
  const values = reading.documents.map((document) => document.value);
  const nothing = reading.problems.length === 0 && values.every((value) => value === undefined);
  return { values, problems: nothing ? [emptyProblem(file)] : reading.problems, format: 'yaml' };
}

/** Why a file too long for the complete reader could not be read to its end. */
function stuck(file: string, text: string, reader: PlainReader): Problem {
  const { repeated, stuckAt } = reader;
  if (repeated !== undefined) {
    const start = contentOf(text, repeated.line);
    const first = text.lastIndexOf(`\n${text.slice(repeated.line, start)}${repeated.key}:`, repeated.line - 2);
    const related =
      first < 0
        ? undefined
        : [
            {
              at: { file, start: contentOf(text, first + 1), end: contentOf(text, first + 1) + repeated.key.length },
              label: 'first written here',
            },
          ];
    const message = `the key \`${repeated.key}\` is written twice in the same map`;
    const at = { file, start, end: start + repeated.key.length };
    return { code: 'duplicate', message, at, help: 'keep one, or bring together what the two hold', related };
  }
  const start = contentOf(text, stuckAt ?? 0);
  const message =
    'from here on this file cannot be read: it is wrong, or uses more of YAML than a file of this size may';
  const help = 'split the file into smaller ones for an exact message; large files keep to indented maps and lists';
  return { code: 'limit', message, at: { file, start, end: start + 1 }, help };
}

function contentOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}
