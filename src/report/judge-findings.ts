import { compareBaseline, type BaselineStanding } from '../baseline/compare-baseline.js';
import type { Facts } from '../rules/facts.js';
import type { RuleResult } from '../rules/run-rules.js';
import type { Sources } from '../source/sources.js';
import { judgeWaivers, type JudgedWaivers } from '../waivers/judge-waivers.js';
import type { Policy } from './policy.js';
import { worstFirst, type PlacedFinding } from './order-findings.js';
import { reportFindings } from './report-finding.js';
import { reportWaivers, waiverMark } from './report-waivers.js';
import type { Report, ReportFinding } from './report.js';
import { isSelected } from './select-services.js';
import { verdictsOf, worsenedBehind } from './worse-promises.js';
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
  const reported = reportFindings(model, sources, standing);
  const comparison = baseline === undefined ? undefined : compareBaseline(baseline, reported, ran);
  const selected = ({ concerned }: StandingFinding): boolean =>
    select === undefined || concerned().some((service) => isSelected(select, service));
  const marked = reported.flatMap((finding, at): readonly PlacedFinding[] => {
    const one = standing[at];
    if (one === undefined || !selected(one)) return [];
    const known = comparison?.standings.get(finding);
    const verdict = judged.verdicts.get(one);
    const placed = (as: ReportFinding): readonly PlacedFinding[] => [{ finding: as, at: placeOf(one), sources }];
    if (known === undefined && verdict === undefined) return placed(finding);
    const mark = waiverMark(one, verdict);
    return placed(marking(finding, { ...mark, ...(known === undefined ? {} : { baseline: known }) }));
  });
  const setup = judgeSetup({ ...facts, waivers: judged.waivers });
  const standingSetup = standingFindings(model, setup);
  const about = waivers?.sources ?? sources;
  const aboutSetup = reportFindings(model, about, standingSetup).map((finding, at) => ({
    finding,
    at: placeOf(standingSetup[at]),
    sources: about,
  }));
  const findings = worstFirst([...marked, ...aboutSetup]);
  if (baseline?.promises !== undefined) {
    const open = findings.filter(({ waiver }) => waiver === undefined);
    const worse = worsenedBehind(facts, verdictsOf(baseline.promises), open);
    for (const finding of worse) if (finding.baseline === 'known') marking(finding, { baseline: 'worsened' });
  }
  const former = since === undefined ? undefined : compareBaseline(since, findings, ran);
  const counting = findings.filter((one) => one.waiver === undefined && one.baseline !== 'known');
  const worse = since === undefined ? undefined : worsenedBehind(facts, since.verdicts, counting);
  const standingOf = (one: ReportFinding): BaselineStanding => {
    const found = former?.standings.get(one) ?? 'new';
    return found === 'known' && worse?.has(one) === true ? 'worsened' : found;
  };
  const count = (which: ReportFinding['baseline']): number =>
    findings.filter((finding) => finding.baseline === which).length;
  return {
    findings: former === undefined ? findings : findings.map((one) => marking(one, { since: standingOf(one) })),
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

/** The finding itself, not a copy, which would have to work out its lines and columns. It was made here and for this report. */
function marking(finding: ReportFinding, mark: Partial<ReportFinding>): ReportFinding {
  return Object.assign(finding, mark);
}

/** The place by which a finding is ordered. */
function placeOf(finding: StandingFinding | undefined): PlacedFinding['at'] {
  return finding?.found.failure.spots[0].at;
}
