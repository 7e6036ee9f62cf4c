import type { PromiseResult } from '../analysis/promises.js';
import { tellDerivation } from '../narrative/tell-derivation.js';
import { tellLoss } from '../narrative/tell-loss.js';
import type { Facts } from '../rules/facts.js';
import type { Seconds } from '../model/model.js';
import { withLazyField } from './lazy-field.js';
import { nameField } from './name-field.js';
import type { ReportPromise } from './report.js';

/**
 * Every promise with its target, as the report prints it. The derivations are told when somebody reads the first of
 * them: most formats print none, and on a large inventory they cost more than the verdicts.
 */
export function reportPromises(facts: Facts): readonly ReportPromise[] {
  const promised = facts.promises.filter(hasTarget);
  const missing = inOrderOfLoss(
    promised.filter(({ verdict }) => verdict === 'unknown'),
    (promise) => missingOf(facts, promise),
  );
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
  let texts: ReadonlyMap<PromiseResult, string> | undefined;
  return withLazyField(promised.map(lineOf), 'derivation', (at) => {
    texts ??= inOrderOfLoss(promised, (promise) => tellPromise(facts, promise));
    const one = promised[at];
    return one === undefined ? '' : (texts.get(one) ?? '');
  });
}

type Promised = PromiseResult & { readonly target: Seconds };

function hasTarget(promise: PromiseResult): promise is Promised {
  return promise.target !== undefined;
}

type Untold = Omit<ReportPromise, 'derivation'>;

/** Does something for each promise, by worst loss, so that each loss is solved again once for all that need it. */
function inOrderOfLoss<Value>(
  promised: readonly PromiseResult[],
  work: (promise: PromiseResult) => Value,
): ReadonlyMap<PromiseResult, Value> {
  const ordered = promised.toSorted((a, b) => (a.worst ?? -1) - (b.worst ?? -1));
  return new Map(ordered.map((promise) => [promise, work(promise)] as const));
}

function missingOf(facts: Facts, promise: PromiseResult): ReportPromise['missing'] {
  const { kind, worst } = promise;
  if (worst === undefined) return [{ subject: 'inventory', field: `locations and domains of kind ${kind}` }];
  return facts.missingOf(promise).map((field) => nameField(facts.model, field));
}

function tellPromise(facts: Facts, promise: PromiseResult): string {
  const { model } = facts;
  const { service, kind, objective, range, verdict, worst, target = 0 } = promise;
  const id = model.services[service]?.id ?? '';
  if (verdict === 'not-applicable') return `no ${kind} in the inventory touches ${id} or anything it needs`;
  if (worst === undefined) return `the inventory has no ${kind}, so nothing says what losing one would do`;
  if (verdict === 'unknown' && range.worst <= target)
    return `${id} may do worse than either bound: what is not stated decides which way back it takes, or which copies are left`;
  if (range.worst === 0) return objective === 'rto' ? `${id} stays up` : `${id} loses nothing`;
  const derivation = facts.derivationOf(promise);
  if (derivation === undefined) return '';
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
