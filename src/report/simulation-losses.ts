import type { ServiceOutcome } from '../analysis/outcome.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { tellLoss } from '../narrative/tell-loss.js';
import { publishedRange } from './simulation-numbers.js';
import type { SimulatedDataLoss } from './simulation.js';

/** Data lost, at worst, by the service whose own it is; the largest first. */
export function simulatedLosses(
  model: Model,
  outcomes: ReadonlyMap<ServiceIndex, ServiceOutcome>,
): readonly SimulatedDataLoss[] {
  const bySource = new Map<ServiceIndex, ServiceIndex[]>();
  for (const [service, { loss, worst }] of outcomes) {
    if (loss.worst === 0) continue;
    const heirs = bySource.get(worst.lossFrom) ?? [];
    if (service !== worst.lossFrom) heirs.push(service);
    bySource.set(worst.lossFrom, heirs);
  }
  return [...bySource]
    .flatMap(([source, heirs]) => {
      const outcome = outcomes.get(source);
      return outcome === undefined ? [] : [{ source, heirs, outcome }];
    })
    .sort((a, b) => compare(b.outcome.loss.worst, a.outcome.loss.worst) || a.source - b.source)
    .map(({ source, heirs, outcome }) => ({
      service: model.services[source]?.id ?? '',
      loss: publishedRange(outcome.loss),
      because: `${outcome.loss.best === outcome.loss.worst ? '' : 'at worst: '}${tellLoss(model, source, outcome.loss.worst, outcome.worst)}`,
      inheritedBy: heirs.map((heir) => model.services[heir]?.id ?? ''),
    }));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
