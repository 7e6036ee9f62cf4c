import type { PromiseResult } from '../analysis/promises.js';
import type { Facts } from '../rules/facts.js';
import type { Seconds } from '../model/model.js';
import { withLazyField } from './lazy-field.js';
import { nameField } from './name-field.js';
import { byLoss } from './promises-by-loss.js';
import type { ReportPromise } from './report.js';
import { tellPromises } from './tell-promises.js';

/**
 * Every promise with its target, as the report prints it. The derivations are told when somebody reads the first of
 * them: most formats print none, and on a large inventory they cost more than the verdicts.
 */
export function reportPromises(facts: Facts): readonly ReportPromise[] {
  const promised = facts.promises.filter(hasTarget);
  const unknown = promised.filter(({ verdict }) => verdict === 'unknown');
  const missing = new Map(byLoss(unknown).map(({ promise }) => [promise, missingOf(facts, promise)] as const));
  const nothingMissing: ReportPromise['missing'] = [];
  const lineOf = (promise: Promised): Untold => {
    const { service, kind, objective, target, range, verdict, worst } = promise;
    const measured = facts.measurementOf(promise);
    const domain = worst === undefined ? undefined : facts.model.domains[worst]?.id;
    return {
      service: facts.model.services[service]?.id ?? '',
      kind,
      objective,
      target,
      modelled: range.worst < Infinity ? range : { best: finite(range.best), worst: null },
      proven: measured?.standing !== 'current' ? null : { value: measured.value, date: measured.drill.date },
      ...(measured?.standing !== 'changed' ? {} : { outdated: { value: measured.value, date: measured.drill.date } }),
      verdict,
      ...(domain === undefined ? {} : { worst: domain }),
      missing: missing.get(promise) ?? nothingMissing,
    };
  };
  let texts: readonly string[] | undefined;
  return withLazyField(promised.map(lineOf), 'derivation', (at) => {
    texts ??= tellPromises(facts, promised);
    return texts[at] ?? '';
  });
}

type Promised = PromiseResult & { readonly target: Seconds };

function hasTarget(promise: PromiseResult): promise is Promised {
  return promise.target !== undefined;
}

type Untold = Omit<ReportPromise, 'derivation'>;

function missingOf(facts: Facts, promise: PromiseResult): ReportPromise['missing'] {
  const { kind, worst } = promise;
  if (worst === undefined) return [{ subject: 'inventory', field: `locations and domains of kind ${kind}` }];
  return facts.missingOf(promise).map((field) => nameField(facts.model, field));
}

function finite(seconds: number): number | null {
  return seconds === Infinity ? null : seconds;
}
