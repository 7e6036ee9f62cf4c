import type { Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import type { LossEvent } from './loss-event.js';
import type { Range } from './outcome.js';
import { isServing, ownState, up } from './own-state.js';
import { best, worst, type Side } from './side.js';
import { lossGoingOn } from './staleness.js';
import type { Survival } from './survival.js';

/** What waiting brings, where parts of what is lost return at different times. */
export interface Return {
  /** Seconds until enough has returned, at best and at worst; `undefined`: it never has. */
  readonly after: readonly [Seconds | undefined, Seconds | undefined];
  /** Data that the copies which do not return take with them. */
  readonly loss: Range;
}

/**
 * When each of these services is fine again by nothing but what returns. The loss is looked at again after each
 * return, with what is then still lost. Sets the event of `survives`: prepare the whole one again afterwards.
 */
export function partialReturns(
  { services }: Model,
  survives: Survival,
  event: LossEvent,
  impaired: readonly ServiceIndex[],
): ReadonlyMap<ServiceIndex, Return> {
  const found = new Map<ServiceIndex, Return>();
  for (const time of returnTimes(event)) {
    survives.prepare(stillLost(event, time));
    for (const index of impaired) {
      const service = services[index];
      const before = found.get(index) ?? never;
      if (service === undefined || before.after.every((after) => after !== undefined)) continue;
      const after = [before.after[best], before.after[worst]] as const;
      const fine = [isFine(survives, service, best), isFine(survives, service, worst)] as const;
      const first = fine.some((is, side) => is && after[side] === undefined);
      if (!first) continue;
      found.set(index, {
        after: [after[best] ?? (fine[best] ? time : undefined), after[worst] ?? (fine[worst] ? time : undefined)],
        loss: wider(before === never ? undefined : before.loss, lossOf(survives, service)),
      });
    }
  }
  return found;
}

const never: Return = { after: [undefined, undefined], loss: { best: 0, worst: 0 } };

function returnTimes({ ends }: LossEvent): readonly Seconds[] {
  const all = new Set([...(ends?.domains.values() ?? []), ...(ends?.services.values() ?? [])]);
  return [...all].filter((time) => time < Infinity).sort((a, b) => a - b);
}

function stillLost(event: LossEvent, time: Seconds): LossEvent {
  const { ends } = event;
  return {
    ...event,
    domains: event.domains.filter((domain) => (ends?.domains.get(domain) ?? Infinity) > time),
    services: event.services.filter((service) => (ends?.services.get(service) ?? Infinity) > time),
  };
}

function isFine(survives: Survival, service: Service, side: Side): boolean {
  const lost = (at: number): boolean => survives.replicaLost(service.index, at, side);
  return ownState(service, lost, survives.serviceLost(service.index, side), side).state === up;
}

/** Of a service that goes on without some of its serving copies. */
function lossOf(survives: Survival, service: Service): Range {
  const goingOn = (side: Side): Seconds => {
    const lost = (at: number): boolean => survives.replicaLost(service.index, at, side);
    const lacks = service.stateful && service.replicas.some((replica, at) => isServing(replica) && lost(at));
    return lacks ? lossGoingOn(service, lost, side) : 0;
  };
  return { best: goingOn(best), worst: goingOn(worst) };
}

function wider(before: Range | undefined, now: Range): Range {
  if (before === undefined) return now;
  return { best: Math.min(before.best, now.best), worst: Math.max(before.worst, now.worst) };
}
