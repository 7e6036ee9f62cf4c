import type { Model } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { Failure } from '../judgement.js';
import { survivePlace } from './survive-place.js';
import { servicesOf, tellServices, tellUnknown } from './tell-unknown.js';

/** One for each kind of loss that is to be survived and of which the inventory has no domain. */
export function* absentKinds(model: Model, { promises }: Facts): Iterable<Failure> {
  // Where copies stand in a place, `location-unproven` says so of the place.
  const placed = (service: number): boolean =>
    model.services[service]?.replicas.some(({ at = [] }) =>
      at.some((place) => model.domains[place]?.section === 'locations'),
    ) ?? false;
  const open = promises.filter(
    ({ service, verdict, worst }) => verdict === 'unknown' && worst === undefined && !placed(service),
  );
  for (const kind of new Set(open.map((promise) => promise.kind))) {
    const about = open.filter((promise) => promise.kind === kind);
    const [first] = about;
    if (first === undefined) continue;
    yield {
      outcome: 'fail',
      message: `the inventory has no ${kind}, and ${tellServices(model, servicesOf(about), 'promises', 'promise')} to survive the loss of one; ${tellUnknown(about.length)}`,
      detail: `kind ${kind}`,
      spots: [{ at: survivePlace(model, first.service, first.kind), label: `no ${kind} is declared` }],
      hurts: servicesOf(about),
      fix: `Declare each ${kind} under \`locations\` or \`domains\` with \`kind: ${kind}\`, and name it in the \`in\` or \`failsWith\` of what it takes with it.`,
    };
  }
}
