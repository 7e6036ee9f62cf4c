import type { ReportFinding } from '../../report/report.js';

/** Findings of one rule beyond those told in full. */
export interface RestOfRule {
  readonly rule: string;
  readonly findings: readonly ReportFinding[];
}

export interface FindingGroups {
  readonly full: readonly ReportFinding[];
  readonly rest: readonly RestOfRule[];
}

/** So many findings of one rule are told in full; the others, which say the same of others, have a line each. */
const mostOfRule = 6;

/** All findings, in the order of the report. */
export function findingGroups(findings: readonly ReportFinding[]): FindingGroups {
  const counts = new Map<string, number>();
  const full: ReportFinding[] = [];
  const rest = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const { rule, severity } = finding;
    const told = counts.get(rule) ?? 0;
    counts.set(rule, told + 1);
    if (told < mostOfRule || (severity === 'critical' && told < mostOfRule * 3)) full.push(finding);
    else {
      const list = rest.get(rule);
      if (list) list.push(finding);
      else rest.set(rule, [finding]);
    }
  }
  return { full, rest: [...rest].map(([rule, list]) => ({ rule, findings: list })) };
}
