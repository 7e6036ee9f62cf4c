import type { RootCause } from '../analysis/root-causes.js';
import type { Model } from '../model/model.js';
import { tellCycle, waitWords } from './tell-derivation.js';

/** How many of those held up are told one by one; the finding lists all of them by name. */
const told = 3;

/** The chain from a root cause to those that wait for it directly, a line each. */
export function tellRootCause(
  model: Model,
  { culprits, circular, gone, domain, waiters }: RootCause,
): readonly string[] {
  const id = (service: number): string => model.services[service]?.id ?? '';
  const lost = model.domains[domain]?.id ?? '';
  const first = circular
    ? `${culprits.map(id).join(', ')} never: they wait in a circle, ${tellCycle(model, culprits)}`
    : gone
      ? `${culprits.map(id).join('')} never: lost with ${lost} and without a copy elsewhere that could take over`
      : `${culprits.map(id).join('')} never: what the loss of ${lost} leaves of it is not enough to bring it back`;
  return [
    first,
    ...waiters
      .slice(0, told)
      .map(
        ({ service, by }) =>
          `${id(service)} never: waits for ${culprits.map(id).join(', ')} (${waitWords[by]}), which never comes back`,
      ),
  ];
}

/** `db is lost with east`, or that it does not come back where copies are left that do not suffice. */
export function tellLost({ services, domains }: Model, { culprits, gone, domain }: RootCause): string {
  const id = services[culprits[0] ?? -1]?.id ?? '';
  const lost = domains[domain]?.id ?? '';
  return gone ? `${id} is lost with ${lost}` : `${id} does not come back after the loss of ${lost}`;
}
