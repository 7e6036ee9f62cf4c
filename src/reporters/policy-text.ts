import type { Report } from '../report/report.js';
import { plural } from './plural.js';

/** What is not counted and why, what ends soon, and what the report was narrowed to; a text each. */
export function policyTexts(report: Report): readonly string[] {
  return [...scopeTexts(report), ...waivedTexts(report), ...expiringTexts(report), ...baselineTexts(report)];
}

/** By whose settings was judged, and what the report was narrowed to. */
export function scopeTexts(report: Report): readonly string[] {
  return [...fromTexts(report), ...selectTexts(report)];
}

function fromTexts({ run: { policyFrom } }: Report): readonly string[] {
  if (policyFrom === undefined) return [];
  return [`settings, waivers and baseline are those of ${policyFrom.ref} (${policyFrom.commit.slice(0, 12)})`];
}

function selectTexts({ run }: Report): readonly string[] {
  if (run.select === undefined) return [];
  const services = run.selected === undefined ? '' : `, ${plural(run.selected, 'service')}`;
  return [`only what concerns ${run.select}${services}`];
}

function waivedTexts({ findings }: Report): readonly string[] {
  const held = findings.flatMap(({ waiver, rule, subject }) =>
    waiver === undefined ? [] : [{ waiver, rule, subject }],
  );
  const [next] = held.toSorted((a, b) => a.waiver.daysLeft - b.waiver.daysLeft);
  if (next === undefined) return [];
  const { waiver, rule, subject } = next;
  const days = waiver.daysLeft === 0 ? 'today' : `in ${plural(waiver.daysLeft, 'day')}`;
  return [`${held.length} waived; next expires ${waiver.expires}, ${days}: ${rule} ${subject.id}`];
}

function expiringTexts({ waivers = [] }: Report): readonly string[] {
  const soon = waivers.filter(({ state }) => state === 'expiring');
  if (soon.length === 0) return [];
  return [
    `${plural(soon.length, 'waiver')} about to expire: ${soon.map(({ id, expires }) => `${id} (${expires})`).join(', ')}`,
  ];
}

function baselineTexts(report: Report): readonly string[] {
  const { baseline } = report;
  if (baseline === undefined) return [];
  const parts = [
    `${report.summary.baselined ?? 0} in the baseline`,
    ...(baseline.worsened === 0 ? [] : [`${baseline.worsened} worse than it`]),
    ...(baseline.new === 0 ? [] : [`${baseline.new} new`]),
    ...(baseline.fixed.length === 0
      ? []
      : [`${baseline.fixed.length} fixed since, for \`baseline prune\` to take out`]),
  ];
  return [parts.join(', ')];
}
