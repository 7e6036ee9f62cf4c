import { compareBaseline } from '../baseline/compare-baseline.js';
import type { Facts } from '../rules/facts.js';
import type { RuleResult } from '../rules/run-rules.js';
import type { Sources } from '../source/sources.js';
import { judgeWaivers, type JudgedWaivers } from '../waivers/judge-waivers.js';
import type { Policy } from './policy.js';
import { reportFinding, worstFirst } from './report-finding.js';
import { reportWaivers, waiverMark } from './report-waivers.js';
import type { Report, ReportFinding } from './report.js';
import { isSelected } from './select-services.js';
import { standingFindings, type StandingFinding } from './standing-findings.js';

/** What the report says about findings, waivers and the baseline. */
export type JudgedFindings = Pick<Report, 'findings' | 'waivers' | 'baseline'> & {
  /** What the rules about waivers did. */
  readonly setup: readonly RuleResult[];
};

export interface Judging {
  readonly facts: Facts;
  /** What the rules about the inventory found. */
  readonly results: readonly RuleResult[];
  readonly sources: Sources;
  readonly policy: Policy;
  /** Runs the rules about waivers. */
  readonly judgeSetup: (facts: Facts) => readonly RuleResult[];
}

/** Marks each finding with what somebody has decided about it, and adds the findings about these decisions. */
export function judgeFindings({ facts, results, sources, policy, judgeSetup }: Judging): JudgedFindings {
  const { model, now } = facts;
  const { waivers, baseline, since, select } = policy;
  const ran = new Set(results.map(({ rule }) => rule.id));
  const standing = standingFindings(model, results);
  const judged: JudgedWaivers = judgeWaivers(waivers ?? { all: [], warnDays: 0 }, standing, { now, ran });
  const reported = new Map(standing.map((one) => [one, reportFinding(model, sources, one)]));
  const comparison = baseline === undefined ? undefined : compareBaseline(baseline, [...reported.values()], ran);
  const selected = ({ concerned }: StandingFinding): boolean =>
    select === undefined || concerned().some((service) => isSelected(select, service));
  const marked = [...reported].flatMap(([one, finding]): readonly ReportFinding[] => {
    if (!selected(one)) return [];
    const known = comparison?.standings.get(finding);
    const verdict = judged.verdicts.get(one);
    if (known === undefined && verdict === undefined) return [finding];
    const mark = waiverMark(one, verdict);
    return [{ ...finding, ...mark, ...(known === undefined ? {} : { baseline: known }) }];
  });
  const setup = judgeSetup({ ...facts, waivers: judged.waivers });
  const aboutSetup = standingFindings(model, setup).map((one) =>
    reportFinding(model, waivers?.sources ?? sources, one),
  );
  const findings = [...marked, ...aboutSetup].sort(worstFirst);
  const former = since === undefined ? undefined : compareBaseline(since, findings, ran);
  const count = (which: ReportFinding['baseline']): number =>
    findings.filter((finding) => finding.baseline === which).length;
  return {
    findings:
      former === undefined ? findings : findings.map((one) => ({ ...one, since: former.standings.get(one) ?? 'new' })),
    setup,
    ...(waivers === undefined ? {} : { waivers: reportWaivers(waivers, judged) }),
    ...(baseline === undefined || comparison === undefined
      ? {}
      : {
          baseline: {
            path: baseline.path,
            entries: baseline.findings.length,
            known: count('known'),
            worsened: count('worsened'),
            new: count('new'),
            fixed: comparison.fixed.map(({ fingerprint, rule, subject }) => ({ fingerprint, rule, subject })),
          },
        }),
  };
}
