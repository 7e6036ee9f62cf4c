import type { Report, ReportControl, ReportPack, RuleRun } from '../../report/report.js';
import { packWarning, statusText } from '../pack-text.js';
import type { ReporterOptions } from '../reporter.js';

/** A control of a framework, and what the audit has to say about it. */
export interface ReviewedControl {
  /** The pack that it was reviewed for; absent where only the rules themselves name it. */
  readonly pack?: ReportPack;
  /** As people write it: `NIST SP 800-53 CP-7(1)`. */
  readonly name: string;
  readonly asks?: string;
  /** `no-gap`: nothing was found, and nobody says that this is enough. */
  readonly status: ReportControl['status'] | 'no-gap';
  /** The status in words. */
  readonly because: string;
  /** The rules that look at it and ran. */
  readonly rules: readonly string[];
}

/**
 * The controls of the packs in force; without packs those that the rules themselves name. What a rule says about itself is
 * only that its findings are a gap against a control, so without a pack nothing is ever called satisfied.
 */
export function reviewedControls(
  { packs = [], rules }: Pick<Report, 'packs' | 'rules'>,
  { ruleText }: Pick<ReporterOptions, 'ruleText'>,
): readonly ReviewedControl[] {
  if (packs.length > 0) return packs.flatMap((pack) => pack.controls.map((one) => ofPack(pack, one)));
  const runs = new Map<string, RuleRun[]>();
  for (const run of rules)
    for (const name of ruleText?.(run.id)?.controls ?? []) runs.set(name, [...(runs.get(name) ?? []), run]);
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, those]) => ofRules(name, those));
}

function ofPack(pack: ReportPack, control: ReportControl): ReviewedControl {
  const { id, asks, status, rules, verify } = control;
  const because = [
    statusText(control),
    ...(status === 'supports' ? [`the audit found no gap (${packWarning})`] : []),
    ...(verify ? ['to be verified at the official source'] : []),
  ].join('; ');
  return { pack, name: id, asks, status, because, rules };
}

function ofRules(name: string, runs: readonly RuleRun[]): ReviewedControl {
  const rules = runs.map(({ id }) => id);
  if (runs.some(({ failed }) => failed > 0)) return { name, status: 'gap', because: 'gap against', rules };
  if (runs.some(({ unknown, off = 0 }) => unknown > 0 || off > 0))
    return { name, status: 'not-assessable', because: 'not assessable: data are missing or a rule is off', rules };
  return { name, status: 'no-gap', because: 'no gap found', rules };
}
