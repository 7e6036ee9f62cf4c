import type { RootCause } from '../../analysis/root-causes.js';
import type { Model, ServiceIndex } from '../../model/model.js';
import { tellRootCause } from '../../narrative/tell-root-cause.js';
import type { Failure, Spot } from '../judgement.js';
import { sharedFateSpots } from '../placement/copies.js';

/** The finding on a service that is lost for good with one domain while others, which would come back, wait for it. */
export function rootCauseFailure(model: Model, cause: RootCause, message: string, waiterLabel: string): Failure {
  const service = model.services[cause.culprits[0] ?? -1];
  const [waiter] = cause.waiters;
  const waiting = waiter === undefined ? [] : [waitingSpot(model, waiter, cause.culprits, waiterLabel)];
  const own: readonly [Spot, ...Spot[]] =
    service === undefined
      ? [{ at: model.place({ type: 'domain', index: cause.domain }), label: 'lost' }]
      : sharedFateSpots(model, service, cause.domain, 'what is lost');
  const [first, ...rest] = own;
  return {
    outcome: 'fail',
    message,
    detail: model.domains[cause.domain]?.id ?? '',
    loss: cause.domain,
    spots: [first, ...rest, ...waiting],
    hurts: cause.blocked,
    because: tellRootCause(model, cause),
  };
}

/** The entry by which a service waits for one of the culprits. */
function waitingSpot(
  model: Model,
  { service: index, by }: RootCause['waiters'][number],
  culprits: readonly ServiceIndex[],
  label: string,
): Spot {
  const service = model.services[index];
  const tool = service?.recovery.uses?.findIndex((one) => culprits.includes(one)) ?? -1;
  const needed = service?.dependencies.find(
    ({ kind, anyOf }) => kind === by && anyOf.some((one) => culprits.includes(one)),
  );
  const backup = service?.backups?.find(({ key }) => key !== undefined && culprits.includes(key));
  const path =
    by === 'uses' && tool >= 0
      ? ['recovery', 'uses', tool]
      : by === 'key'
        ? ['backups', backup?.id ?? '', 'key']
        : ['dependsOn', needed?.key ?? ''];
  return { at: model.origin(index, path).place, label: `${service?.id ?? ''} ${label}` };
}
