import type { RootCause } from '../../analysis/root-causes.js';
import type { Model } from '../../model/model.js';
import { tellRootCause } from '../../narrative/tell-root-cause.js';
import type { Failure, Spot } from '../judgement.js';
import { sharedFateSpots } from '../placement/copies.js';

/** The finding on a service that is lost for good with one domain while others, which would come back, wait for it. */
export function rootCauseFailure(model: Model, cause: RootCause, message: string, waiterLabel: string): Failure {
  const service = model.services[cause.culprits[0] ?? -1];
  const [waiter] = cause.waiters;
  const name = waiter === undefined ? undefined : model.services[waiter.service]?.id;
  const waiting: readonly Spot[] =
    waiter === undefined
      ? []
      : [
          {
            at:
              waiter.by === 'uses'
                ? model.origin(waiter.service, ['recovery', 'uses']).place
                : model.origin(waiter.service, ['dependsOn']).place,
            label: `${name ?? ''} ${waiterLabel}`,
          },
        ];
  const own: readonly [Spot, ...Spot[]] =
    service === undefined
      ? [{ at: model.place({ type: 'domain', index: cause.domain }), label: 'lost' }]
      : sharedFateSpots(model, service, cause.domain);
  const [first, ...rest] = own;
  return {
    outcome: 'fail',
    message,
    detail: model.domains[cause.domain]?.id ?? '',
    spots: [first, ...rest, ...waiting],
    hurts: cause.blocked,
    because: tellRootCause(model, cause),
  };
}
