import type { ServiceOutcome } from '../analysis/outcome.js';
import { compareText } from '../model/compare-text.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { nameField } from './name-field.js';
import type { SimulatedGap } from './simulation.js';

/** The fields left out on which worst answers rest that are worse than the best ones. */
export function simulatedGaps(
  model: Model,
  outcomes: ReadonlyMap<ServiceIndex, ServiceOutcome>,
): readonly SimulatedGap[] {
  const fields = new Map<string, { readonly subjects: Set<string>; readonly services: Set<ServiceIndex> }>();
  for (const [service, { recovery, loss, worst }] of outcomes) {
    const open = [
      ...(recovery.best === recovery.worst ? [] : worst.missingForTime),
      ...(loss.best === loss.worst ? [] : worst.missingForLoss),
    ];
    for (const missing of open) {
      const { subject, field } = nameField(model, missing);
      const gap = fields.get(field) ?? { subjects: new Set(), services: new Set() };
      gap.subjects.add(subject);
      gap.services.add(service);
      fields.set(field, gap);
    }
  }
  return [...fields]
    .map(([field, { subjects, services }]) => ({ field, subjects: [...subjects].sort(), services: services.size }))
    .sort((a, b) => b.services - a.services || compareText(a.field, b.field));
}
