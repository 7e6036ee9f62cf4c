import { atLeast, type Severity } from '../finding.js';
import type { Gate, Report, ReportFinding } from './report.js';

/** What is asked of the findings. */
export interface GateTerms {
  readonly failOn: Severity | 'never';
  /** A ratchet: so many at or above `failOn` still pass. */
  readonly maxFindings?: number | undefined;
  readonly strict?: boolean | undefined;
  /** What asks for less than before fails as well. */
  readonly failOnWeakened?: boolean | undefined;
}

/** What the gate looks at. */
export interface Judged {
  readonly findings: Report['findings'];
  readonly baseline: Report['baseline'] | undefined;
  /** Something asks for less than in the state that is compared with. */
  readonly weakened: boolean;
  /** How many services were asked for; undefined: all. A look at none of them is no audit that could pass. */
  readonly selected: number | undefined;
}

/** Rules about how the audit is set up: what they find fails a strict gate whatever its severity. */
const aboutSetup: ReadonlySet<string> = new Set(['waiver-expired', 'waiver-too-broad', 'waiver-unused']);

/** Whether the audit passes. What somebody has accepted, or what was there before, is not counted. */
export function judgeGate(
  { failOn, maxFindings, strict = false, failOnWeakened = false }: GateTerms,
  { findings, baseline, weakened, selected }: Judged,
): Gate {
  const counted = findings.filter((finding) => isCounted(finding) && reaches(finding.severity, failOn)).length;
  const badSetup = strict && (findings.some(isBadSetup) || (baseline?.fixed ?? []).length > 0);
  return {
    failOn,
    ...(maxFindings === undefined ? {} : { maxFindings, counted }),
    ...(strict ? { strict } : {}),
    ...(failOnWeakened ? { failOnWeakened } : {}),
    result:
      counted > (maxFindings ?? 0) || badSetup || (failOnWeakened && weakened) || selected === 0 ? 'fail' : 'pass',
  };
}

/** Whether a finding fails a strict gate by itself. */
export function isBadSetup(finding: Pick<ReportFinding, 'rule' | 'waiver' | 'baseline' | 'since'>): boolean {
  return aboutSetup.has(finding.rule) && isCounted(finding);
}

/** Whether the gate counts a finding: nobody has accepted it, and it was not there as it is in the baseline or before the change. */
export function isCounted({ waiver, baseline, since }: Pick<ReportFinding, 'waiver' | 'baseline' | 'since'>): boolean {
  return waiver === undefined && baseline !== 'known' && since !== 'known';
}

function reaches(severity: Severity, failOn: GateTerms['failOn']): boolean {
  return failOn !== 'never' && atLeast(severity, failOn);
}
