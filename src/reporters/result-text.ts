import { severities } from '../finding.js';
import type { Gap, PromiseCount, Report, ReportLimitation, Summary } from '../report/report.js';
import { gateReasons } from './gate-reasons.js';
import { plural } from './plural.js';

/** How much was found. */
export function countsText({ findings }: Pick<Summary, 'findings'>): string {
  const found = severities.filter((severity) => findings[severity] > 0);
  const total = found.reduce((sum, severity) => sum + findings[severity], 0);
  if (total === 0) return 'no findings';
  return `${plural(total, 'finding')}: ${found.map((severity) => `${findings[severity]} ${severity}`).join(', ')}`;
}

/** Findings by severity. */
export function countsOf(findings: Report['findings']): Pick<Summary, 'findings'> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return { findings: counts };
}

/** What is to be said instead when there was no audit. */
export function unauditedText({ diagnostics }: Report): string {
  const files = new Set(diagnostics.flatMap(({ locations }) => locations.slice(0, 1).map(({ path }) => path)));
  const where = files.size === 0 ? '' : ` in ${plural(files.size, 'file')}`;
  return `${plural(diagnostics.length, 'problem')}${where}: nothing was audited, no rule ran`;
}

/** How many promises hold. */
export function readinessText({ total, kept, broken, unknown, proven }: PromiseCount): string {
  if (total === 0) return 'no promises: no service states a recovery objective';
  return `${plural(total, 'promise')}: ${kept} kept, ${broken} broken, ${unknown} unknown; ${proven} proven`;
}

/** What was looked at. */
export function scopeText({ summary, rules }: Report): string {
  const { services, locations, domains } = summary;
  const unknown = rules.reduce((sum, rule) => sum + rule.unknown, 0);
  const short = rules.filter((rule) => rule.unknown > 0).length;
  const scope = [
    plural(services, 'service'),
    plural(locations, 'location'),
    plural(domains, 'domain'),
    plural(rules.length, 'rule'),
  ].join(', ');
  return unknown === 0 ? scope : `${scope}; ${plural(unknown, 'check')} of ${plural(short, 'rule')} lacked data`;
}

export function gateText(report: Report): string {
  const { gate } = report;
  if (gate.result === 'unaudited') return 'an inventory that was not audited never passes';
  const counted = gate.counted === undefined ? '' : ` (there are ${gate.counted})`;
  const allowed = gate.maxFindings === undefined ? '' : ` --max-findings ${gate.maxFindings}${counted}`;
  const compared = report.change === undefined ? ' (nothing to compare with)' : '';
  const weakened = gate.failOnWeakened === true ? ` --fail-on-weakened${compared}` : '';
  const flags = `${gate.strict === true ? ' --strict' : ''}${weakened}`;
  const reasons = gateReasons(report);
  const because = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  return `--fail-on ${gate.failOn}${allowed}${flags}: ${gate.result === 'pass' ? 'passed' : 'failed'}${because}`;
}

/** What a field left out keeps unknown. Beyond `names` those that leave it out are counted. */
export function gapText({ field, promises, checks, subjects }: Gap, names: number): string {
  const what = [
    ...(promises === 0 ? [] : [plural(promises, 'promise')]),
    ...(checks === 0 ? [] : [plural(checks, 'check')]),
  ];
  const more = subjects.length - names;
  const named = more <= 0 ? subjects.join(', ') : `${subjects.slice(0, names).join(', ')} +${more} more`;
  return `${field} missing, so ${what.join(' and ')} cannot be known: ${named}`;
}

export function limitationText({ about, note }: ReportLimitation): string {
  return about.length === 0 ? note : `${about.join(', ')}: ${note}`;
}
