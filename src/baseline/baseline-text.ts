import type { Baseline, Comparable, KnownFinding, KnownPromise } from './baseline.js';

/** Where the schema of a baseline is published. */
const baselineSchemaId = 'urn:firebreak:baseline:v1';

/**
 * The text of a baseline: sorted, a finding on each line, so that two branches that fix different findings merge, and a
 * review shows what was added.
 */
export function baselineText({ findings, promises }: Pick<Baseline, 'findings' | 'promises'>): string {
  const known = listOf(findings.toSorted(inOrder).map(lineOf));
  const unkept = promises === undefined ? '' : `,\n  "promises": ${listOf(promises.map(promiseLine).sort())}`;
  return `{\n  "$schema": "${baselineSchemaId}",\n  "version": 1,\n  "findings": ${known}${unkept}\n}\n`;
}

function listOf(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
}

function promiseLine({ service, kind, objective, verdict }: KnownPromise): string {
  return objectLine({ service, kind, objective, verdict });
}

/** A finding as it goes into a baseline. */
export function knownFrom({ fingerprint, rule, subject, severity, magnitude, hurts, also }: Comparable): KnownFinding {
  return {
    fingerprint,
    rule,
    subject: subject.id,
    severity,
    ...(magnitude === undefined ? {} : { magnitude }),
    hurts,
    also,
  };
}

function lineOf({ fingerprint, rule, subject, severity, magnitude, hurts, also }: KnownFinding): string {
  const entry = {
    fingerprint,
    rule,
    subject,
    severity,
    ...(magnitude === undefined ? {} : { magnitude }),
    ...(hurts.length === 0 ? {} : { hurts: hurts.toSorted() }),
    ...(also.length === 0 ? {} : { also: also.toSorted() }),
  };
  return objectLine(entry);
}

function objectLine(entry: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(entry).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${parts.join(', ')} }`;
}

function inOrder(a: KnownFinding, b: KnownFinding): number {
  return (
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject) ||
    compare(a.fingerprint, b.fingerprint) ||
    compare(lineOf(a), lineOf(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
