import type { ReportFinding } from '../../report/report.js';
import { lineHashes } from '../line-hashes.js';

/**
 * The hash by which GitHub knows the line of a finding; undefined where the text of its file is not at hand, and then
 * the action that uploads the report fills it in. GitHub takes two findings of one rule with one hash for the same, so
 * the second on a line gets a hash of its own.
 */
export function knownLines(
  sourceText: ((path: string) => string | undefined) | undefined,
): (finding: ReportFinding) => string | undefined {
  const hashes = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  return ({ rule, locations: [first], fingerprint }) => {
    if (first === undefined || sourceText === undefined) return undefined;
    const { path } = first;
    let lines = hashes.get(path);
    if (lines === undefined) {
      const text = sourceText(path);
      lines = text === undefined ? [] : lineHashes(text);
      hashes.set(path, lines);
    }
    const hash = lines[first.start.line - 1];
    if (hash === undefined) return undefined;
    const key = [rule, path, hash].join('\0');
    if (taken.has(key)) return `${hash}:${fingerprint}`;
    taken.add(key);
    return hash;
  };
}
