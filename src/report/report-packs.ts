import type { Combined } from '../packs/combine.js';
import type { Control, Pack } from '../packs/pack.js';
import { rules as catalogue } from '../rules/index.js';
import type { WrittenOption } from '../rules/rule-option.js';
import type {
  ControlStatus,
  PackSetting,
  PackThreshold,
  ReportControl,
  ReportFinding,
  ReportPack,
  RuleRun,
} from './report.js';

/** What an audit found, as far as controls are concerned. */
export interface Evidence {
  readonly findings: readonly ReportFinding[];
  readonly rules: readonly RuleRun[];
}

/** What the audit says about the controls of each pack, and where the strictness it was done with comes from. */
export function reportPacks(
  packs: readonly Pack[],
  combined: Combined,
  { findings, rules }: Evidence,
): readonly ReportPack[] {
  const runs = new Map(rules.map((run) => [run.id, run]));
  return packs.map((pack) => {
    const controls = pack.controls.map((one) => reportControl(one, findings, runs));
    const count = (wanted: ControlStatus): number => controls.filter(({ status }) => status === wanted).length;
    return {
      name: pack.name,
      title: pack.title,
      counts: { gap: count('gap'), supports: count('supports'), 'not-assessable': count('not-assessable') },
      severities: severitiesOf(pack, combined),
      thresholds: thresholdsOf(pack, combined),
      controls,
    };
  });
}

function severitiesOf({ severities }: Pack, { severityInForce }: Combined): readonly PackSetting[] {
  return Object.entries(severities).map(([of, value]) => {
    const { value: inForce, from } = severityInForce(of) ?? { value, from: 'settings' };
    return { of, value, inForce: plain(inForce), from };
  });
}

function thresholdsOf({ thresholds }: Pack, { thresholdInForce }: Combined): readonly PackThreshold[] {
  return thresholds.map((threshold) => {
    const { of, option, value, source, basis } = threshold;
    const { value: inForce, from } = thresholdInForce(threshold);
    return {
      of,
      option,
      value: plain(value),
      inForce: plain(inForce),
      from,
      source,
      basis,
      verify: threshold.verify === true,
    };
  });
}

/** A list in one piece of text. */
function plain(value: WrittenOption): string | number | boolean {
  return typeof value === 'object' ? value.join(', ') : value;
}

function reportControl(
  { id, asks, rules, needs, onlyGaps, verify }: Control,
  findings: readonly ReportFinding[],
  runs: ReadonlyMap<string, RuleRun>,
): ReportControl {
  const failed = (ids: readonly string[]): boolean => ids.some((one) => (runs.get(one)?.failed ?? 0) > 0);
  const told = (ids: readonly string[]): readonly string[] =>
    findings
      .filter(({ rule, also }) => ids.includes(rule) || also.some((one) => ids.includes(one)))
      .map(({ fingerprint }) => fingerprint);
  const frame = { id, asks, rules, verify: verify === true };
  if (failed(rules)) return { ...frame, status: 'gap', findings: told(rules) };
  const because = obstacle([...rules, ...needs], rules, failed(needs), runs);
  if (because === undefined && onlyGaps === undefined) return { ...frame, status: 'supports', findings: [] };
  if (because === undefined) return { ...frame, status: 'not-assessable', because: 'partly-checked', findings: [] };
  return { ...frame, status: 'not-assessable', because, findings: because === 'data-missing' ? told(needs) : [] };
}

/** What keeps a control without findings from being supported. */
function obstacle(
  all: readonly string[],
  rules: readonly string[],
  needsFailed: boolean,
  runs: ReadonlyMap<string, RuleRun>,
): ReportControl['because'] {
  if (rules.length === 0) return 'no-rule';
  if (all.some((id) => !runs.has(id) || (runs.get(id)?.off ?? 0) > 0)) return 'switched-off';
  if (needsFailed || all.some((id) => (runs.get(id)?.unknown ?? 0) > 0)) return 'data-missing';
  const idle = rules.filter((id) => (runs.get(id)?.checked ?? 0) === 0);
  return idle.length === rules.length || idle.some((id) => isAboutEverybody(id)) ? 'nothing-checked' : undefined;
}

/**
 * Whether a rule is about something that every organisation has, such as power, plans and suppliers. Where it found nothing
 * to look at, the inventory says nothing of that; elsewhere nothing of the sort need be there, such as a quorum.
 */
function isAboutEverybody(rule: string): boolean {
  const group = catalogue.find(({ id }) => id === rule)?.group;
  return group === 'operations' || group === 'facility' || group === 'governance';
}
