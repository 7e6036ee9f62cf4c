import { compareText } from '../model/compare-text.js';
import type { Facts } from '../rules/facts.js';
import type { RuleResult } from '../rules/run-rules.js';
import { nameField } from './name-field.js';
import type { Gap, ReportField, ReportPromise } from './report.js';

interface OpenGap {
  readonly subjects: Set<string>;
  promises: number;
  checks: number;
}

/**
 * What could not be known, by the field that would settle it: the same field of many services is one entry, because one
 * line in `defaults` often settles it for all. The one that settles most comes first.
 */
export function collectGaps(
  { model }: Facts,
  promises: readonly ReportPromise[],
  results: readonly Pick<RuleResult, 'unknown'>[],
): readonly Gap[] {
  const gaps = new Map<string, OpenGap>();
  const add = (fields: readonly ReportField[], count: 'promises' | 'checks'): void => {
    for (const name of new Set(fields.map(({ field }) => field))) {
      const gap = gaps.get(name) ?? { subjects: new Set<string>(), promises: 0, checks: 0 };
      gap[count] += 1;
      gaps.set(name, gap);
    }
    for (const { subject, field } of fields) gaps.get(field)?.subjects.add(subject);
  };
  for (const { missing } of promises) add(missing, 'promises');
  for (const { unknown } of results) {
    for (const { cannotKnow } of unknown)
      add(
        cannotKnow.missing.map((one) => nameField(model, one)),
        'checks',
      );
  }
  return [...gaps]
    .map(([field, { subjects, promises: settled, checks }]) => ({
      field,
      subjects: [...subjects].sort(compareText),
      promises: settled,
      checks,
    }))
    .sort((a, b) => b.promises - a.promises || b.checks - a.checks || compareText(a.field, b.field));
}
