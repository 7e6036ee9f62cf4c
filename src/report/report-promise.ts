import type { Derivation } from '../analysis/outcome.js';
import type { PromiseResult } from '../analysis/promises.js';
import type { Model } from '../model/model.js';
import { tellDerivation } from '../narrative/tell-derivation.js';
import { tellLoss } from '../narrative/tell-loss.js';
import type { Facts } from '../rules/facts.js';
import { nameField } from './name-field.js';
import type { ReportPromise } from './report.js';

/** Every promise with its target, as the report prints it. */
export function reportPromises(facts: Facts): readonly ReportPromise[] {
  const promised = facts.promises.flatMap((promise, order) =>
    promise.target === undefined ? [] : [{ promise, order }],
  );
  // By worst loss, so that each is solved again once for all the derivations that need it.
  const byLoss = promised.toSorted((a, b) => (a.promise.worst ?? -1) - (b.promise.worst ?? -1));
  return byLoss
    .map(({ promise, order }) => ({ order, told: reportPromise(facts, promise, promise.target ?? 0) }))
    .sort((a, b) => a.order - b.order)
    .map(({ told }) => told);
}

function reportPromise(facts: Facts, promise: PromiseResult, target: number): ReportPromise {
  const { model } = facts;
  const { service, kind, objective, range, verdict, worst } = promise;
  const measured = facts.measurementOf(promise);
  const domain = worst === undefined ? undefined : model.domains[worst]?.id;
  const derivation = range.worst === 0 ? undefined : facts.derivationOf(promise);
  return {
    service: model.services[service]?.id ?? '',
    kind,
    objective,
    target,
    modelled: { best: finite(range.best), worst: finite(range.worst) },
    proven: measured === undefined ? null : { value: measured.value, date: measured.drill.date },
    verdict,
    ...(domain === undefined ? {} : { worst: domain }),
    derivation: tellPromise(facts, promise, derivation),
    missing: verdict === 'unknown' ? missingOf(model, promise, derivation) : [],
  };
}

function missingOf(
  model: Model,
  { kind, objective }: PromiseResult,
  derivation: Derivation | undefined,
): ReportPromise['missing'] {
  if (derivation === undefined) return [{ subject: 'inventory', field: `locations and domains of kind ${kind}` }];
  const missing = objective === 'rto' ? derivation.missingForTime : derivation.missingForLoss;
  return missing.map((field) => nameField(model, field));
}

function tellPromise(
  { model }: Facts,
  { service, kind, objective, range, verdict, worst }: PromiseResult,
  derivation: Derivation | undefined,
): string {
  const id = model.services[service]?.id ?? '';
  if (verdict === 'not-applicable') return `no ${kind} in the inventory touches ${id} or anything it needs`;
  if (worst === undefined) return `the inventory has no ${kind}, so nothing says what losing one would do`;
  if (derivation === undefined) return objective === 'rto' ? `${id} stays up` : `${id} loses nothing`;
  const bound = verdict === 'broken' ? range.best : range.worst;
  const told =
    objective === 'rto'
      ? tellDerivation(model, service, bound, derivation)
      : tellLoss(model, service, bound, derivation);
  return verdict === 'unknown' ? `at worst: ${told}` : told;
}

function finite(seconds: number): number | null {
  return seconds === Infinity ? null : seconds;
}
