import { audit } from '../../src/audit.js';
import { readOwnRules, type OwnRules, type ReadOwnRules } from '../../src/own-rules/read-own-rules.js';
import type { Report } from '../../src/report/report.js';
import { locate } from '../../src/source/locate.js';

export const now = '2026-01-31';

export function readRules(text: string): ReadOwnRules {
  return readOwnRules([{ path: 'dr-rules/acme.yaml', content: text, sha256: '00' }]);
}

export function rulesOf(text: string): OwnRules {
  const read = readRules(text);
  if (read.ok) return read.rules;
  throw new Error(read.problems.map(({ message, help }) => `${message} (${help ?? ''})`).join('\n'));
}

/** `line:column message; help` of everything that is wrong with a file of rules. */
export function problemsIn(text: string): readonly string[] {
  const read = readRules(text);
  if (read.ok) return [];
  return read.problems.map(({ at, message, help }) => {
    const { start } = locate(read.sources, at);
    return `${start.line}:${start.column} ${message}; ${help ?? ''}`;
  });
}

/** A file with one rule, of which these lines differ. */
export function ruleWith(lines: Readonly<Record<string, string>>): string {
  const all = {
    id: 'acme/rule',
    on: 'service',
    summary: 'Something bad',
    message: '"{service.id}"',
    why: 'It is bad.',
    fix: 'Make it good.',
    severity: 'medium',
    ...lines,
  };
  return `rules:\n  -\n${Object.entries(all)
    .map(([key, value]) => `    ${key}: ${value}\n`)
    .join('')}`;
}

export function audited(inventory: string, rules: string): Report {
  const own = rulesOf(rules);
  const off = new Map<string, { severity: 'off' }>();
  const report = audit([{ path: 'inventory.yaml', content: inventory }], { now, ownRules: own, rules: off });
  if (report.diagnostics.length > 0) throw new Error(JSON.stringify(report.diagnostics));
  return report;
}

/** What one rule does with services whose fields these are: the outcome of each in order. */
export function outcomes(
  condition: string,
  services: readonly string[],
  key: 'assert' | 'schema' = 'assert',
): readonly string[] {
  const inventory = `services:\n${services.map((text, at) => `  s${at}: ${text}\n`).join('')}`;
  const text = key === 'assert' ? JSON.stringify(condition) : condition;
  const report = audited(inventory, ruleWith({ [key]: text }));
  const found = new Map(
    report.findings.filter(({ rule }) => rule === 'acme/rule').map((one) => [one.subject.id, one.message]),
  );
  const run = report.rules.find(({ id }) => id === 'acme/rule');
  return services.map((_, at) => {
    const message = found.get(`s${at}`);
    if (message !== undefined) return message === `s${at}` ? 'fails' : message;
    return run !== undefined && run.unknown > 0 && services.length === 1 ? 'unknown' : 'holds';
  });
}
