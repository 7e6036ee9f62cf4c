import type { Model } from '../model/model.js';
import type { RuleResult } from '../rules/run-rules.js';
import { selectableFields, selects, valueOf, type Selectable } from '../selection/selector.js';
import type { Selection } from './policy.js';
import type { ReportPromise } from './report.js';

/** The services that were asked for. */
export function selectedServices({ services }: Model, select: Selection): Model['services'] {
  return services.filter((service) => isSelected(select, service));
}

/** The values of a selection that fit no service, as `field=value`; patterns name nobody in particular. */
export function valuesForNobody({ services }: Model, { selectors }: Pick<Selection, 'selectors'>): readonly string[] {
  return selectors.flatMap((selector) =>
    selectableFields.flatMap((field) =>
      (selector[field] ?? [])
        .filter((value) => !value.includes('*') && !services.some((service) => valueOf(service, field) === value))
        .map((value) => `${field}=${value}`),
    ),
  );
}

/** The promises of selected services. */
export function selectPromises(
  model: Model,
  select: Selection | undefined,
  promises: readonly ReportPromise[],
): readonly ReportPromise[] {
  if (select === undefined) return promises;
  const ids = new Set(selectedServices(model, select).map(({ id }) => id));
  return promises.filter(({ service }) => ids.has(service));
}

/** The same results with only those unknowns that are about selected services. */
export function selectUnknowns(
  select: Selection | undefined,
  results: readonly RuleResult[],
): readonly Pick<RuleResult, 'unknown'>[] {
  if (select === undefined) return results;
  return results.map(({ unknown }) => ({
    unknown: unknown.filter(({ subject }) => subject.type === 'service' && isSelected(select, subject.service)),
  }));
}

/** Whether a service is among those asked for. */
export function isSelected({ selectors }: Selection, service: Selectable): boolean {
  return selectors.every((selector) => selects(selector, service));
}
