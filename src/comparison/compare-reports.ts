import { knownFrom } from '../baseline/baseline-text.js';
import { compareBaseline, type BaselineStanding } from '../baseline/compare-baseline.js';
import type { FixedInChange, PromiseChange } from '../report/report-change.js';
import { promiseKey } from '../report/worse-promises.js';
import type { Report, ReportFinding, ReportPromise } from '../report/report.js';

/** What is different between two reports on the same inventory. */
export interface ReportComparison {
  readonly standings: ReadonlyMap<ReportFinding, BaselineStanding>;
  /** Worst first. */
  readonly fixed: readonly FixedInChange[];
  readonly promises: readonly PromiseChange[];
}

/** Which findings of `latter` are new, worse or as they were in `former`, what is fixed, and which promises fare otherwise. */
export function compareReports(
  former: Pick<Report, 'findings' | 'promises'>,
  latter: Pick<Report, 'findings' | 'promises' | 'rules'>,
): ReportComparison {
  const ran = new Set(latter.rules.map(({ id }) => id));
  const before = new Map(former.findings.map((finding) => [knownFrom(finding), finding] as const));
  const { standings, fixed } = compareBaseline({ findings: [...before.keys()] }, latter.findings, ran);
  return {
    standings,
    fixed: fixed.flatMap((entry) => {
      const finding = before.get(entry);
      // Findings about waivers are about what was decided, and nothing of the inventory.
      return finding === undefined || finding.subject.type === 'waiver' ? [] : [fixedOf(finding)];
    }),
    promises: promiseChanges(former.promises, latter.promises),
  };
}

function fixedOf({ fingerprint, rule, subject, severity, message }: ReportFinding): FixedInChange {
  return { fingerprint, rule, subject: subject.id, severity, message };
}

function promiseChanges(before: readonly ReportPromise[], after: readonly ReportPromise[]): readonly PromiseChange[] {
  const was = new Map(before.map((promise) => [promiseKey(promise), promise]));
  const is = new Map(after.map((promise) => [promiseKey(promise), promise]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): readonly PromiseChange[] => {
    const [then, now] = [was.get(key), is.get(key)];
    const promise = now ?? then;
    if (promise === undefined || then?.verdict === now?.verdict) return [];
    const { service, kind, objective } = promise;
    return [
      {
        service,
        kind,
        objective,
        ...(then === undefined ? {} : { before: then.verdict }),
        ...(now === undefined ? {} : { after: now.verdict }),
      },
    ];
  });
}
